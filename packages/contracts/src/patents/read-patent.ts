import { countries } from '../codes/countries.ts'
import { formats } from './formats.ts'

/** Offices that grant patents for several states, with the codes of WIPO ST.3. */
const regionalOffices = ['AP', 'EA', 'EP', 'GC', 'OA', 'WO'] as const
export const offices = [...regionalOffices, ...countries] as const

export interface PatentNumber {
  /** The office that the number itself names, or else the one that was given. */
  office?: string
  /** Canonical form, such as `CN202310123456.6` or `WO2023123456A1`; as it was written when no format fits. */
  number: string
  /** The same for every spelling and every kind of publication of the number. */
  key: string
  /** Whether the number has a format of its office. */
  recognised: boolean
  /** Why the number cannot exist. */
  error?: string
}

/** Words around a number, in the languages of the offices. */
const labels = [
  /\b(?:(?:patents?|utility|model|publications?|applications?|appl|pub|registration|granted?|number|serial|international|european|bằng|sáng|chế|độc|quyền|số|đơn|paten|permohonan|nomor|nomer)\b[.:]?\s*(?:n(?:o|r|os)[.:]?(?=\s|\d))?)/giu,
  /(?:专利|申请|公开|公告|授权|發明|发明|实用新型|國際|国际|등록|출원|공개|특허|第|号|號|호|제|สิทธิบัตร|อนุสิทธิบัตร|คำขอ|เลขที่|патент|заявка|№|#)[:.]?/giu,
  /^\s*n(?:o|r|os)[.:]\s*/iu,
]

const withoutLabels = (text: string) => labels.reduce((rest, label) => rest.replace(label, ' '), text).trim()

const tidy = (written: string) =>
  written
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[‐‑‒–—−﹣－]/g, '-')
    .trim()

/** Decimal digits of a script stand in runs of ten that begin where the code point before is none. */
const digitValue = (digit: string) => {
  let zero = digit.codePointAt(0) as number
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) as number) - zero < 9) zero -= 1
  return (digit.codePointAt(0) as number) - zero
}

const knownOffices: ReadonlySet<string> = new Set(offices)

/** Whether the formats of the office are known, so that a number in none of them is a mistake. */
export const hasFormats = (office: string): boolean => Object.hasOwn(formats, office)

/** Reads a patent number as people write it, in the formats of WIPO ST.3, ST.13, ST.16 and DOCDB. `office` is where it should come from. */
export const readPatent = (written: string, office?: string): PatentNumber => {
  const compact = withoutLabels(tidy(written))
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^([A-Z])\.([A-Z])\./, '$1$2')
  const [named, rest] = withoutOffice(compact, office)
  for (const [pattern, read] of (named && formats[named]) || []) {
    const match = pattern.exec(rest)
    const found = match && read(...(match.slice(1) as string[]))
    if (!found) continue
    const key = found.number.startsWith('PCT/') ? found.number : `${named}${found.number}`
    const number = `${key}${found.kind ?? ''}`
    return { office: named, number, key, recognised: true, ...(found.error && { error: found.error }) }
  }
  return { office: named, number: written, key: compact.replace(/[^\p{L}\p{N}]/gu, ''), recognised: false }
}

/** The office that a number names, and what follows. */
const withoutOffice = (compact: string, office: string | undefined): [string | undefined, string] => {
  if (/^PCT[/A-Z]/.test(compact)) return ['WO', compact]
  if (/^ZL\d/.test(compact)) return ['CN', compact.slice(2)]
  if (/^ID?[PS]\d/.test(compact) && (office === 'ID' || /^(?:ID|P00\d{9}$)/.test(compact))) return ['ID', compact]
  if (/^(?:[特実]|令和|平成|昭和)/u.test(compact)) return ['JP', compact]
  const [, letters, rest] = /^([A-Z]{2})[-/.:]?(?=[\dA-Z\p{L}])(.+)$/u.exec(compact) ?? []
  // Letters may follow where the formats of the office have some; elsewhere the two are the beginning of a word.
  const isOffice = letters && rest && knownOffices.has(letters) && (hasFormats(letters) ? /\d/ : /^\d/).test(rest)
  if (isOffice && !isOwnPrefix(letters, office)) return [letters, rest]
  return [office, compact]
}

/** Letters that begin numbers within an office and are a country's code too: `PI` is none, `RE` and `PP` of the US might be. */
const isOwnPrefix = (letters: string, office: string | undefined) => office === 'US' && ['RE', 'PP'].includes(letters)

/** The keys that a number may have, whoever's it is; the number alone does not tell when no office stands before it. */
export const patentKeys = (written: string): string[] => {
  const one = readPatent(written)
  if (one.recognised || one.office) return [one.key]
  const found = Object.keys(formats).map((office) => readPatent(written, office))
  return [...new Set([one.key, ...found.flatMap(({ recognised, key }) => (recognised ? [key] : []))])]
}
