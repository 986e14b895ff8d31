import type { NeedContent, OfferContent, Organisation, ProfileKind } from '@techbridge/contracts'
import { analyse, isConcept, writtenLanguage } from '@techbridge/text'

interface Published<K extends ProfileKind, C> {
  kind: K
  id: string
  reference: string
  organisation: Organisation
  revision: number
  content: C
  /** UTC instant. */
  expiresAt: string
}
export type PublishedOffer = Published<'offer', OfferContent>
export type PublishedNeed = Published<'need', NeedContent>
export type PublishedProfile = PublishedOffer | PublishedNeed

/** A term as a text has it: how often, and as it is written there first. */
export type TermUse = [count: number, surface: string]

/** What a text says, ready to be compared. */
export interface AnalysedText {
  /** By written language, so that `en-GB` and `en` are one: the words, without concepts. */
  languages: Record<string, { length: number; terms: Record<string, TermUse> }>
  /** Concepts of all languages together, as each is first written. */
  concepts: Record<string, TermUse>
  /** All tokens, for the index: those of title and keywords with a mark for each language, and the rest. */
  title: string[]
  body: string[]
}

/** What comparing needs of it. */
export type AnalysedTerms = Pick<AnalysedText, 'languages' | 'concepts'>

/** The tokens of all texts of a profile, in each of its languages. */
export const analyseProfile = (profile: PublishedProfile): AnalysedText => {
  const steps = analyseInSteps(profile)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, one a text, as a long profile takes long. */
export function* analyseInSteps({ content }: PublishedProfile): Generator<void, AnalysedText> {
  const analysed: AnalysedText = { languages: {}, concepts: {}, title: [], body: [] }

  const add = (text: string, language: string, field: 'title' | 'body') => {
    const written = writtenLanguage(language)
    for (const { term, start, end } of analyse(text, language)) {
      analysed[field].push(term)
      const bag = isConcept(term) ? analysed.concepts : bagOf(analysed, written).terms
      if (!isConcept(term)) bagOf(analysed, written).length += 1
      const use = bag[term]
      if (use) use[0] += 1
      else bag[term] = [1, text.slice(start, end)]
    }
  }

  for (const [language, text] of Object.entries(content.texts)) {
    analysed.title.push(languageMark(writtenLanguage(language)))
    add(text.title, language, 'title')
    for (const part of [text.summary, text.description, text.advantages]) {
      yield
      if (part) add(part, language, 'body')
    }
  }
  for (const keyword of [...content.keywords.technology, ...content.keywords.market]) {
    add(keyword, content.originalLanguage, 'title')
  }
  return analysed
}

/** A token that stands in every text of a language, so that the index can tell how many there are. */
export const languageMark = (language: string) => `lang:${language.toLowerCase()}`

const bagOf = ({ languages }: AnalysedText, language: string) => {
  languages[language] ??= { length: 0, terms: Object.create(null) }
  return languages[language]
}

export const titleOf = ({ content }: PublishedProfile) => content.texts[content.originalLanguage]?.title ?? ''
