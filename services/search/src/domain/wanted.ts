import { conceptsNamedBy, detectLanguage, isBroad, phraseTerms, queryTerms } from '@techbridge/text'
import { readQuery } from './read-query.ts'

/** Terms side by side. */
type Phrase = readonly string[]

/** What a query looks for, in the terms of the index. */
export interface Wanted {
  /** Each finds: words, and what the query names that is specific. */
  tokens: string[]
  /** Those that are marked where they stand alone. */
  marked: string[]
  /** Broad concepts beside something more specific, which find nothing by themselves. */
  broad: string[]
  /** Each once. All are needed; of each, any of the ways to write it. */
  phrases: Phrase[][]
  /** Each once. None may be there. */
  without: Phrase[]
  /** How many phrases and exclusions there are, each once: what is looked for grows with them. */
  conditions: number
  /** Whether something is asked for, even if no index has it; else the query asks for all that is not excluded. */
  asks: boolean
  /** Phrases and exclusions that have only words that say nothing, so that no index has them. */
  unsearchable: string[]
}

/** `language` (BCP 47) is that of the query, which is told by its letters and words when it is not given. */
export const wantedBy = (q: string, language = detectLanguage(q)): Wanted => {
  const { words, phrases, without } = readQuery(q)
  const terms = words.map((text) => queryTerms(text, language))
  const concepts = terms.flatMap((one) => one.concepts)
  const specific = concepts.filter((concept) => !isBroad(concept))
  const finding = specific.length > 0 ? specific : concepts
  const sequences = phrases.map((text) => phraseTerms(text, language))
  const excluded = without.map((one) => exclusionOf(one, language))
  const isUnsearchable = (_: string, place: number) => [...sequences, ...excluded][place]?.length === 0
  const marked = distinct([...terms.flatMap((one) => one.words), ...finding])
  return {
    tokens: distinct([...marked, ...sequences.flat(2)]),
    marked,
    broad: distinct(concepts.filter((concept) => !finding.includes(concept))),
    phrases: once(sequences),
    without: once(excluded.flat()),
    conditions: once(sequences).length + once(excluded).length,
    asks: words.length + phrases.length > 0 || (without.length === 0 && isWritten(q)),
    unsearchable: [...phrases, ...without.map(({ text }) => text)].filter(isUnsearchable),
  }
}

/** What a search for it alone would find: of a word also what has it under another name. What the analysis cuts is taken as it stands. */
const exclusionOf = ({ text, inQuotes }: { text: string; inQuotes: boolean }, language: string): Phrase[] => [
  ...phraseTerms(text, language),
  ...(inQuotes ? [] : conceptsNamedBy(text, language).map((concept) => [concept])),
]

/** Whether there is anything to see. */
const isWritten = (q: string) => /[^\s\p{Cf}]/u.test(q)

const distinct = (tokens: string[]) => [...new Set(tokens)]

/** What has the same terms in the same order is one. */
const once = <T extends readonly unknown[]>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
]
