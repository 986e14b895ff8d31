import type { Organisation } from '@techbridge/contracts'
import { readLines } from '../quality/labelled-data.ts'
import { seeded } from '../seeded.ts'

const organisation = (id: string): Organisation => ({ id, name: id, country: 'US', kind: 'agency' })

/** UTF-16 units of a text, about. */
const textLength = 2000
/** Texts that one is put together of. */
const sources = 3

const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => sentence.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((sentence) => sentence.length >= 40 && sentence.length <= 600)

/** The sentences of each SBIR abstract, or of each topic. */
const readTexts = (file: string, field: 'abstract' | 'description'): string[][] =>
  readLines(file)
    .map((line) => sentencesOf(String(JSON.parse(line)[field])))
    .filter(({ length }) => length >= 3)

const picking = (seed: number) => {
  const random = seeded(seed)
  return <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
}

/**
 * Any number of texts with the words of real ones and about as many of them: each draws three of the given texts, the same in every run,
 * and takes sentences of these in turn, drawn too, until it has some 2,000 characters. So texts share sentences and subjects with others, a
 * word is as common as it was, and each text is another one.
 */
function* recombined(texts: readonly (readonly string[])[], seed: number): Generator<string> {
  const pick = picking(seed)
  for (;;) {
    const drawn = Array.from({ length: sources }, () => pick(texts))
    let text = pick(drawn[0] ?? [])
    for (let turn = 1; text.length < textLength; turn++) text += ` ${pick(drawn[turn % sources] ?? [])}`
    yield text
  }
}

/** Of the profiles' other fields. */
const sectors = ['C', 'J', 'M']
const dealTypes = ['nonExclusiveLicence', 'exclusiveLicence']

const contentOf = (text: string, pick: <T>(from: readonly T[]) => T) => {
  const title = text.slice(0, 120)
  const summary = text.slice(120, 520)
  return {
    originalLanguage: 'en',
    texts: { en: { title, summary, description: text.slice(520, 4400) } },
    sector: pick(sectors),
    dealTypes: [pick(dealTypes)],
    territories: ['WORLD'],
  }
}

/** Lines to import: offers of recombined abstracts, needs of recombined topics. */
export const readCorpus = () => {
  const offers = recombined(readTexts('sbir/offers.jsonl', 'abstract'), 1)
  const needs = recombined(readTexts('sbir/needs.jsonl', 'description'), 2)
  let made = 0
  const pick = picking(4)
  const take = <Line>(texts: Generator<string>, count: number, line: (text: string, key: string) => Line) =>
    Array.from({ length: count }, () => line(String(texts.next().value), `scale-${made++}`))
  return {
    offers: (count: number) =>
      take(offers, count, (text, key) => ({
        key,
        organisation: organisation('laboratory'),
        content: { type: 'TO', trl: 5, stage: 'labTested', ip: { status: 'none' }, ...contentOf(text, pick) },
      })),
    needs: (count: number) =>
      take(needs, count, (text, key) => ({
        key,
        organisation: organisation('enterprise'),
        content: { type: 'TR', ...contentOf(text, pick) },
      })),
  }
}
