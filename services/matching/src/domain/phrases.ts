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

export const sharedPairs = (need: Places, offer: Places, weightOf: (place: number) => number): Pair[] => {
  const inOffer = pairsIn(offer, () => 1)
  return [...pairsIn(need, weightOf)].flatMap(([first, seconds]) =>
    [...seconds].flatMap(([second, needCount]) => {
      const offerCount = inOffer.get(first)?.get(second)
      return offerCount ? [{ first, second, needCount, offerCount }] : []
    }),
  )
}

const pairsIn = (places: Places, weightOf: (place: number) => number) => {
  const pairs = new Map<Word, Map<Word, number>>()
  for (const [place, first] of places) {
    const second = places.get(place + 1)
    if (second === undefined) continue
    const seconds = pairs.get(first) ?? new Map<Word, number>()
    pairs.set(first, seconds.set(second, (seconds.get(second) ?? 0) + weightOf(place)))
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
