import { clauseNames, type ExplanationLanguage, isDraft, messageLanguage } from '@techbridge/contracts'
import type { Page, Row } from '@techbridge/typesetter'
import type { LicensingCase } from '../domain/case.ts'
import type { TermSheet } from '../domain/term-sheet/term-sheet.ts'
import { written, writtenMoney } from './values.ts'
import { wordsFor } from './words/index.ts'

type Languages = readonly ExplanationLanguage[]

/** The fields of a clause as rows, those of entries of lists below the name of the list. */
const rowsOf = (fields: object, languages: Languages, depth: number): Row[] =>
  Object.entries(fields).flatMap(([field, value]) => rowsOfField(field, value, languages, depth))

const rowsOfField = (field: string, value: unknown, languages: Languages, depth: number): Row[] => {
  const labels = wordsFor(languages, 'field', field)
  const row = (values: string[]): Row => ({ labels: labels.length > 0 ? labels : [field], values, depth })
  if (value === undefined || value === null) return []
  const amount = writtenMoney(value)
  if (amount) return [row([amount])]
  if (Array.isArray(value)) {
    return value.flatMap((entry, place) => {
      if (typeof entry !== 'object') return rowsOfField(field, entry, languages, depth)
      const { labels } = row([])
      const head = { labels: labels.map((label) => `${label} ${place + 1}`), values: [], depth }
      return [head, ...rowsOf(entry, languages, depth + 1)]
    })
  }
  if (typeof value === 'object') return [row([]), ...rowsOf(value, languages, depth + 1)]
  return [row(written(field, typeof value === 'number' ? value : String(value), languages))]
}

/** The language of the words beside those of the reader: the one that prevails by the terms, English where they name none. */
const beside = ({ terms }: TermSheet) => messageLanguage([terms.law?.prevailingLanguage ?? 'en'])

/** The term sheet on paper, in a language beside the prevailing one. What the parties wrote stands as they wrote it. */
export const termSheetPage = (
  sheet: TermSheet,
  { openedAt, offer, need }: Pick<LicensingCase, 'openedAt' | 'offer' | 'need'>,
  language: ExplanationLanguage,
): Page => {
  const languages = [language, beside(sheet)]
  const { terms, standings, status } = sheet
  const word = (key: string) => wordsFor(languages, 'page', key)
  const fact = (labels: string[], ...values: string[]): Row => ({ labels, values, depth: 0 })
  const changes = standings.map(({ at }) => Date.parse(at))
  const drafts = [...new Set(languages)].some(isDraft)
  return {
    language,
    titles: word('title'),
    rows: [
      fact(word('case'), sheet.case),
      fact(word('version'), String(sheet.version)),
      fact(wordsFor(languages, 'field', 'status'), ...word(status)),
      fact(wordsFor(languages, 'value', 'provider'), offer.organisation.name),
      fact(wordsFor(languages, 'value', 'seeker'), need.organisation.name),
    ],
    sections: clauseNames.flatMap((clause) => {
      const fields = terms[clause]
      return fields ? [{ titles: wordsFor(languages, 'clause', clause), rows: rowsOf(fields, languages, 0) }] : []
    }),
    notes: [...word('translated'), ...(drafts ? word('draft') : [])],
    at: Math.floor(Math.max(Date.parse(openedAt), ...changes) / 1000),
    data: {
      name: 'term-sheet.json',
      json: JSON.stringify({ case: sheet.case, termsVersion: sheet.version, status, terms }, undefined, 2),
      about: 'The terms as data',
    },
  }
}
