import { toPlainText } from './plain-text.ts'
import { refusalOf, withoutRefused } from './refusals.ts'

/** Stands for a text of which nothing is left. */
const nothing = '–'

/**
 * Every text in a value that was kept before texts were made plain, as plain text. None becomes empty or longer, so that the value stays
 * within its contract.
 */
export const plainKept = <T>(value: T): T => plainIn(value) as T

const plainIn = (value: unknown): unknown => {
  if (typeof value === 'string') return plainKeptText(value)
  if (Array.isArray(value)) return value.map(plainIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainIn(inner)]))
}

/** What goes may uncover more; so often, which no text that was kept needs. */
const maxRounds = 8

const plainKeptText = (text: string): string => {
  if (text === '') return text
  let plain = text
  for (let rounds = 0; rounds < maxRounds; rounds++) {
    const taken = refusalOf(plain) === undefined ? plain : withoutRefused(plain)
    const next = toPlainText(taken.slice(0, text.length))
    if (next === plain) break
    plain = next
  }
  return plain === '' ? nothing : plain
}
