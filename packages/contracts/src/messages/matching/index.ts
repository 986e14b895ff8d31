import { en } from './en.ts'
import { filled } from './filled.ts'
import { id } from './id.ts'
import { km } from './km.ts'
import { lo } from './lo.ts'
import { my } from './my.ts'
import { type MatchingCode, matchingParameters, type ParameterKind } from './parameters.ts'
import { th } from './th.ts'
import { vi } from './vi.ts'
import type { Wording } from './wording.ts'
import { writtenIn } from './writers.ts'
import { zh } from './zh.ts'

const wordings = { en, zh, th, vi, lo, km, my, id } as const satisfies Record<string, Wording>

/** Languages in which the reasons of a match are told. The first one is told where none is asked for. */
export const explanationLanguages = Object.keys(wordings) as (keyof typeof wordings)[]
export type ExplanationLanguage = keyof typeof wordings

/**
 * The language that is wanted most and that the texts are told in: lookup of RFC 4647 (3.4), for which the primary subtag decides, since no
 * two of them share it. English where none is.
 */
export const messageLanguage = (wanted: readonly string[]): ExplanationLanguage => {
  const primary = wanted.map((tag) => tag.toLowerCase().split('-')[0])
  const found = primary.find((one) => explanationLanguages.some((language) => language === one))
  return explanationLanguages.find((language) => language === found) ?? 'en'
}

/** Whether no speaker of the language has read its texts yet. */
export const isDraft = (language: ExplanationLanguage) => (wordings[language] as Wording).standing === 'draft'

/** Names of sectors and of agreements, by their codes. */
export const namesIn = (language: ExplanationLanguage): Pick<Wording, 'sectors' | 'dealTypes'> => wordings[language]

export const isMatchingCode = (code: string): code is MatchingCode => Object.hasOwn(matchingParameters, code)

/** What may be said of a match or of a text, also by a record of an earlier version. */
interface SaidInLanguages {
  code: MatchingCode
  params: Readonly<Record<string, unknown>>
}

/** The text of a message about a match, with names, numbers and days as the language writes them. */
export const renderIn = (language: ExplanationLanguage, { code, params }: SaidInLanguages): string => {
  const wording: Wording = wordings[language]
  const kinds: Readonly<Record<string, ParameterKind>> = matchingParameters[code]
  const write = writtenIn(language, wording)
  return filled(wording.texts[code], params, (value, name) => write(kinds[name], value, params))
}
