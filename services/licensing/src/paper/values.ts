import { type ExplanationLanguage, money } from '@techbridge/contracts'
import { moneyOf, moneyText } from '@techbridge/domain'
import { wordsFor } from './words/index.ts'

type Languages = readonly ExplanationLanguage[]

const countries = new Set(['country', 'governedBy', 'territories', 'office'])
const languagesIn = new Set(['language', 'languages', 'prevailingLanguage'])
const days = new Set(['start', 'end', 'until', 'due', 'by', 'expiry'])
const shares = new Set(['rate', 'share', 'seekerShare'])
/** Fields whose values are words of the form; the same letters elsewhere are what somebody wrote. */
export const chosen = new Set([
  ...['type', 'status', 'exclusivity', 'sublicensing', 'base', 'period', 'borneBy', 'decidedBy', 'ownedBy'],
  ...['licenceBack', 'audit', 'forum', 'kind', 'decides', 'direction'],
])

const named = (type: 'region' | 'language', code: string, language: string) => {
  try {
    const name = new Intl.DisplayNames(language, { type, fallback: 'none' }).of(code)
    return name ? `${name} (${code})` : code
  } catch {
    return code
  }
}

// Thai counts years from another era and Burmese writes other digits, unless they are told.
const dayIn = (day: string, language: string) =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** A value as each of the languages writes it, each once. */
export const written = (field: string, value: string | number, languages: Languages): string[] => {
  const inEach = (write: (language: ExplanationLanguage) => string) => [...new Set(languages.map(write))]
  if (typeof value === 'number') return [String(value)]
  if (shares.has(field)) return [`${value} %`]
  if (days.has(field)) return inEach((language) => dayIn(value, language))
  if (countries.has(field)) return inEach((language) => named('region', value, language))
  if (languagesIn.has(field)) return inEach((language) => named('language', value, language))
  const words = chosen.has(field) ? wordsFor(languages, 'value', value) : []
  return words.length > 0 ? words : [value]
}

/** Money as every language reads it; nothing where it is no money. */
export const writtenMoney = (value: unknown): string | undefined => {
  const read = money.safeParse(value)
  return read.success ? moneyText(moneyOf(read.data)) : undefined
}
