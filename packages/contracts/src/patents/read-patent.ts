import { countries } from '../codes/countries.ts'
import { withPlainDigits } from '../common/digits.ts'
import { type Message, message } from '../messages/message.ts'
import { formats } from './formats.ts'

/** Offices that grant patents for several states, with the codes of WIPO ST.3. */
const regionalOffices = ['AP', 'EA', 'EP', 'GC', 'OA', 'WO'] as const
export const offices = [...regionalOffices, ...countries] as const

export interface PatentNumber {
  /** The office that the number itself names, or else the one that was given. */
  office?: string
  /** Canonical form, such as `CN202310123456.6` or `WO2023123456A1`; as written when no format fits. */
  number: string
  /** The same for every spelling and every kind of publication of the number. */
  key: string
  /** Whether the number has a format of its office. */
  recognised: boolean
  /** Why the number cannot exist. */
  error?: Message
}

/** Words around a number, in the languages of the offices. */
const labels = [
  /\b(?:(?:patents?|utility|model|publications?|applications?|appl|pub|registration|granted?|number|serial|international|european|bằng|sáng|chế|độc|quyền|số|đơn|paten|permohonan|nomor|nomer)\b[.:]?\s*(?:n(?:o|r|os)[.:]?(?=\s|\d))?)/giu,
  /(?:专利|申请|公开|公告|授权|發明|发明|实用新型|國際|国际|등록|출원|공개|특허|第|号|號|호|제|สิทธิบัตร|อนุสิทธิบัตร|คำขอ|เลขที่|патент|заявка|№|#)[:.]?/giu,
  /^\s*n(?:o|r|os)[.:]\s*/iu,
]

const withoutLabels = (text: string) => labels.reduce((rest, label) => rest.replace(label, ' '), text).trim()

const tidy = (written: string) =>
  withPlainDigits(written.normalize('NFKC'))
    .replace(/[‐‑‒–—−﹣－]/g, '-')
    .trim()

const knownOffices: ReadonlySet<string> = new Set(offices)

/** Whether the formats of the office are known, so that a number in none of them is a mistake. */
export const hasFormats = (office: string): boolean => Object.hasOwn(formats, office)

/** Reads a patent number as people write it, in the formats of WIPO ST.3, ST.13, ST.16 and DOCDB. `office` is where it should come from. */
export const readPatent = (written: string, office?: string): PatentNumber => {
  const compact = withoutLabels(tidy(written))
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^([A-Z])\.([A-Z])\./, '$1$2')
    .replace(/^PCT[-/:]?(?=WO\d)/, '')
  const [named, rest] = withoutOffice(compact, office)
  // DOCDB puts a mark between the parts of a number: CN.116543210.A, CN-116543210-A.
  const spellings = [rest, rest.replace(/[-./](?=[A-Z]\d?$)/, '')]
  for (const [pattern, read] of (named && formats[named]) || []) {
    const match = spellings.map((one) => pattern.exec(one)).find((one) => one !== null)
    const found = match && read(...(match.slice(1) as string[]))
    if (!found || !/[1-9]/.test(found.number)) continue
    const key = found.number.startsWith('PCT/') ? found.number : `${named}${found.number}`
    const number = `${key}${found.kind ?? ''}`
    return { office: named, number, key, recognised: true, ...(found.error && { error: found.error }) }
  }
  const bare = (named ? rest : compact).replace(/[^\p{L}\p{N}]/gu, '')
  return { office: named, number: written, key: `${named ?? ''}${bare}`, recognised: false }
}

/** The office that a number names, and what follows. */
const withoutOffice = (compact: string, office: string | undefined): [string | undefined, string] => {
  if (/^PCT[/A-Z]/.test(compact)) return ['WO', compact]
  if (/^ZL\d/.test(compact)) return ['CN', compact.slice(2)]
  if (/^ID?[PS]\d/.test(compact) && (office === 'ID' || /^(?:ID|P00\d{9}$)/.test(compact))) return ['ID', compact]
  if (/^(?:[特実]|令和|平成|昭和)/u.test(compact)) return ['JP', compact]
  const [, letters, rest] = /^([A-Z]{2})[-/.:]?(?=[\dA-Z\p{L}])(.+)$/u.exec(compact) ?? []
  if (letters && rest && knownOffices.has(letters) && isNumberOf(letters, rest) && !isOwnPrefix(letters, office)) {
    return [letters, rest]
  }
  return [office, compact]
}

/** Two letters followed by others may begin a word, unless the office has numbers of that form. */
const isNumberOf = (office: string, rest: string) =>
  /^\d/.test(rest) || (hasFormats(office) && formats[office]!.some(([pattern]) => pattern.test(rest)))

/** Prefixes of numbers within an office that are also country codes: `PI` is not one, `RE` and `PP` of the US could be. */
const isOwnPrefix = (letters: string, office: string | undefined) => office === 'US' && ['RE', 'PP'].includes(letters)

/** What a search for this number looks for: the keys that it may mean, or why it means none. */
type Sought = { keys: string[] } | { problem: Message }

/** A number without its office may be one of several offices. */
const sought = (written: string): Sought => {
  const one = readPatent(written)
  if (one.error) return { problem: one.error }
  if (one.recognised || (one.office && !hasFormats(one.office))) return { keys: [one.key] }
  if (one.office) return { problem: message('patent.unreadable', { office: one.office }) }
  const found = Object.keys(formats)
    .map((office) => readPatent(written, office))
    .filter(({ recognised }) => recognised)
  const keys = [...new Set(found.flatMap(({ key, error }) => (error ? [] : [key])))]
  if (keys.length > 0) return { keys }
  return { problem: found[0]?.error ?? message('patent.without-office') }
}

/** The possible keys of a number as people write it, with or without its office; none when it cannot be read. */
export const patentKeys = (written: string): string[] => {
  const result = sought(written)
  return 'keys' in result ? result.keys : []
}

/** Why this number cannot be searched for, and what to write instead. */
export const patentProblem = (written: string): Message | undefined => {
  const result = sought(written)
  return 'problem' in result ? result.problem : undefined
}

/** Whether the whole text is a patent number that names its office. */
export const isPatentNumber = (text: string): boolean => {
  const { office, recognised, error } = readPatent(text)
  return office !== undefined && recognised && error === undefined
}
