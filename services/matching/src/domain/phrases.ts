import type { TermUse } from './profile.ts'
import type { Weighed } from './similarity.ts'

/** A word that two texts share. */
export interface Word extends Weighed {
  /** Share of the possible rarity. */
  rare: number
  needUse: TermUse
  offerUse: TermUse
}

/** Words that two texts share, by their places in one of them. */
export type Places = ReadonlyMap<number, Word>

export const placesIn = (side: 'needUse' | 'offerUse', words: readonly Word[]): Places => {
  const places = new Map<number, Word>()
  for (const word of words) for (const place of word[side][2] ?? []) places.set(place, word)
  return places
}

/** Two words of which one stands right behind the other in both texts. */
export interface Pair {
  first: Word
  second: Word
  /** How often, in the need as its places weigh. */
  needCount: number
  offerCount: number
}

/** Two words of a text, by their numbers, of which one stands right behind the other, and how often, as places weigh. */
export interface Neighbours {
  first: number
  second: number
  count: number
}

export const neighboursIn = (
  words: readonly { use: TermUse }[],
  weightOf: (place: number) => number,
): readonly Neighbours[] => {
  const numbers = new Map<number, number>()
  for (const [number, { use }] of words.entries()) for (const place of use[2] ?? []) numbers.set(place, number)
  const found = new Map<string, Neighbours>()
  for (const [place, first] of numbers) {
    const second = numbers.get(place + 1)
    if (second === undefined) continue
    const key = `${first} ${second}`
    const pair = found.get(key) ?? { first, second, count: 0 }
    pair.count += weightOf(place)
    found.set(key, pair)
  }
  return [...found.values()]
}

/** How often a word stands right behind another. Places are in order. */
const timesBehind = (first: readonly number[] = [], second: readonly number[] = []): number => {
  let [times, at] = [0, 0]
  for (const place of first) {
    while ((second[at] ?? Number.POSITIVE_INFINITY) <= place) at += 1
    if (second[at] === place + 1) times += 1
  }
  return times
}

/** Of the neighbours in the need, those that stand so in the offer too. `shared` has the words that both have, by their numbers. */
export const sharedPairs = (neighbours: readonly Neighbours[], shared: readonly (Word | undefined)[]): Pair[] => {
  const pairs: Pair[] = []
  for (const { first: one, second: other, count } of neighbours) {
    const [first, second] = [shared[one], shared[other]]
    if (!first || !second) continue
    const offerCount = timesBehind(first.offerUse[2], second.offerUse[2])
    if (offerCount > 0) pairs.push({ first, second, needCount: count, offerCount })
  }
  return pairs
}

/** Words of a phrase that is shown: more are hard to read. */
const longest = 5

/** All phrases that both texts have, of two words or more, those within longer ones among them; the same words only once. */
export const sharedPhrases = (need: Places, offer: Places): Word[][] => {
  const offered = phrasesIn(offer)
  return [...phrasesIn(need)].filter(([said]) => offered.has(said)).map(([, words]) => words)
}

/** By what they say. */
const phrasesIn = (places: Places): Map<string, Word[]> => {
  const phrases = new Map<string, Word[]>()
  for (const [place, first] of places) {
    const words = [first]
    let said = first.term
    while (words.length < longest) {
      const next = places.get(place + words.length)
      if (next === undefined) break
      words.push(next)
      said += ` ${next.term}`
      if (!phrases.has(said)) phrases.set(said, [...words])
    }
  }
  return phrases
}
