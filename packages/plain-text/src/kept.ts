import { toPlainLine, toPlainText } from './plain-text.ts'
import { refusalOf, withoutRefused } from './refusals.ts'

/** Names of the fields with texts on one line, as in the contracts. */
export const fieldsOnOneLine: ReadonlySet<string> = new Set([
  'title',
  'market',
  'technology',
  'metric',
  'unit',
  'number',
  'holder',
  'office',
  'name',
  'otherNames',
])

/** Replaces a text of which nothing is left. */
const nothing = '–'

/**
 * Makes every text plain in a value that was stored before texts were made plain. No text becomes empty or longer, so the value still
 * fits its contract.
 */
export const plainKept = <T>(value: T): T => plainIn(value, false) as T

const plainIn = (value: unknown, onOneLine: boolean): unknown => {
  if (typeof value === 'string') return plainKeptText(value, onOneLine ? toPlainLine : toPlainText)
  if (Array.isArray(value)) return value.map((item) => plainIn(item, onOneLine))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, plainIn(inner, fieldsOnOneLine.has(name))]),
  )
}

/** Removing something may uncover more; stored texts need fewer rounds than this. */
const maxRounds = 8

const plainKeptText = (text: string, toPlain: (text: string) => string): string => {
  if (text === '') return text
  let plain = text
  for (let rounds = 0; rounds < maxRounds; rounds++) {
    const taken = refusalOf(plain) === undefined ? plain : withoutRefused(plain)
    const next = toPlain(taken.slice(0, text.length))
    if (next === plain) break
    plain = next
  }
  return plain === '' ? nothing : plain
}
