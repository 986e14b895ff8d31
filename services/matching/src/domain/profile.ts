import type { NeedContent, OfferContent, Organisation, ProfileKind } from '@techbridge/contracts'
import { analyse, isBare, isConcept, sentences, substanceOf, type Token, writtenLanguage } from '@techbridge/text'
import { hashOf } from './hash.ts'

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

/**
 * A term as a text has it: how often, as it is written there first, and the first places that it has. Places count up through all texts of a
 * profile, titles and keywords first; a word with nothing but space between it and the one before has the next place. Concepts have none.
 */
export type TermUse = [count: number, surface: string, places?: number[]]

/** A word that stands more often is told by its first places: a text that repeats it without end says nothing more. */
const mostPlaces = 50

/** What a text says, ready to be compared. */
export interface AnalysedText {
  /** By written language, so that `en-GB` and `en` are one: the words, without concepts. */
  languages: Record<string, { length: number; terms: Record<string, TermUse> }>
  /** Concepts of all languages together, as each is first written. */
  concepts: Record<string, TermUse>
  /** The places before this one are those of titles and keywords. */
  bodyFrom?: number
  /** A mark for each sentence, to tell those that many profiles repeat. */
  sentences: string[]
  /** All tokens, for the index: those of title and keywords with a mark for each language, and the rest with the marks of sentences. */
  title: string[]
  body: string[]
}

/** One more for each change of what is kept of a text beside its terms. */
export const analysisRevision = 2

/** What comparing needs of it. */
export type AnalysedTerms = Pick<AnalysedText, 'languages' | 'concepts' | 'bodyFrom'> &
  Partial<Pick<AnalysedText, 'sentences'>>

/** A sentence that stands in a text of a language, by its mark. */
type HearSentence = (mark: string, language: string, tokens: readonly Token[]) => void

/** What may stand between the words of a phrase: space and hyphens. */
const onlySpace = /^[\s\p{Pd}]*$/u

/** Whether a word begins right behind another one that ends at `end`. */
export const adjoins = (text: string, end: number, start: number) => onlySpace.test(text.slice(end, start))

/** The tokens of all texts of a profile, in each of its languages, of what is evidence of its subject. */
export const analyseProfile = (profile: PublishedProfile, hear?: HearSentence): AnalysedText => {
  const steps = analyseInSteps(profile, hear)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, one a text, as a long profile takes long. */
export function* analyseInSteps({ content }: PublishedProfile, hear?: HearSentence): Generator<void, AnalysedText> {
  const analysed: AnalysedText = { languages: {}, concepts: {}, sentences: [], title: [], body: [] }
  let place = 0

  const add = (text: string, language: string, field: 'title' | 'body') => {
    const written = writtenLanguage(language)
    const substance = substanceOf(text)
    let before = -1
    const placeOf = ({ start, end }: Token) => {
      place += before >= 0 && adjoins(text, before, start) ? 1 : 2
      before = end
      return place
    }
    for (const { mark, tokens } of marked(substance, analyse(substance, language))) {
      if (field === 'body') {
        hear?.(mark, written, tokens)
        analysed.sentences.push(mark)
        analysed.body.push(mark)
      }
      for (const token of tokens) {
        const { term, start, end } = token
        analysed[field].push(term)
        const isWord = !isConcept(term) && !isBare(term)
        const bag = isConcept(term) ? analysed.concepts : bagOf(analysed, written).terms
        if (isWord) bagOf(analysed, written).length += 1
        const [count, surface, places = []] = bag[term] ?? [0, text.slice(start, end)]
        if (isWord) {
          const at = placeOf(token)
          if (places.length < mostPlaces) places.push(at)
        }
        bag[term] = isWord ? [count + 1, surface, places] : [count + 1, surface]
      }
    }
  }

  for (const [language, { title }] of Object.entries(content.texts)) {
    analysed.title.push(languageMark(writtenLanguage(language)))
    add(title, language, 'title')
  }
  for (const keyword of [...content.keywords.technology, ...content.keywords.market]) {
    add(keyword, content.originalLanguage, 'title')
  }
  analysed.bodyFrom = place + 1
  for (const [language, { summary, description, advantages }] of Object.entries(content.texts))
    for (const part of [summary, description, advantages]) {
      yield
      if (part) add(part, language, 'body')
    }
  return analysed
}

/** Tokens by the sentence that they begin in, each under a mark that is the same for the same words. */
function* marked(text: string, tokens: readonly Token[]): Generator<{ mark: string; tokens: readonly Token[] }> {
  let next = 0
  for (const { to } of sentences(text)) {
    const first = next
    while (next < tokens.length && tokens[next]!.start < to) next++
    const own = tokens.slice(first, next)
    if (own.length > 0) yield { mark: sentenceMark(own.map(({ term }) => term)), tokens: own }
  }
}

const sentenceMark = (terms: readonly string[]) => `sentence:${hashOf(terms.join(' '), 0x811c9dc5).toString(36)}`

/** A token that stands in every text of a language, so that the index can tell how many there are. */
export const languageMark = (language: string) => `lang:${language.toLowerCase()}`

const bagOf = ({ languages }: AnalysedText, language: string) => {
  languages[language] ??= { length: 0, terms: Object.create(null) }
  return languages[language]
}

export const titleOf = ({ content }: PublishedProfile) => content.texts[content.originalLanguage]?.title ?? ''
