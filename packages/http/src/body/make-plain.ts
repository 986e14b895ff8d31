import {
  type Change,
  type Message,
  maxChanges,
  message,
  messageAt,
  replaceTexts,
  saidOfDifference,
  saidOfRefusal,
  type Written,
} from '@techbridge/contracts'
import { differenceOf, refusalOf, toPlainLine, toPlainText } from '@techbridge/plain-text'
import type { z } from 'zod'
import type { FieldError } from './field-errors.ts'

/** What was given with its texts made plain, which of them that changed, and which cannot be plain. */
export interface MadePlain {
  value: unknown
  changes: Change[]
  errors: FieldError[]
}

/** Markup may take far more room than what it marks. What is longer is refused before it costs anything. */
const mostGiven = (max: number) => Math.max(10_000, 32 * max)

/**
 * Makes plain what the schema says a person writes. The value need not fit the schema: that is checked afterwards, limits of length
 * among it. `mayGoOn` is awaited before each text, so that others get their turn.
 */
export const makePlain = async (
  schema: z.ZodType,
  given: unknown,
  where: string,
  mayGoOn: () => Promise<unknown>,
): Promise<MadePlain> => {
  const texts: { text: string; written: Written; path: string }[] = []
  replaceTexts(schema, given, (text, written, path) => {
    texts.push({ text, written, path: [where, ...path].join('.') })
    return text
  })
  const made: string[] = []
  const changes: Change[] = []
  const errors: FieldError[] = []
  for (const { text, written, path } of texts) {
    await mayGoOn()
    const { plain, error } = madeOf(text, written)
    made.push(plain)
    const change = error === undefined ? differenceOf(text, plain) : undefined
    if (change !== undefined) changes.push(messageAt(path, saidOfDifference(change)))
    if (error !== undefined) errors.push(messageAt(path, error))
  }
  const value = replaceTexts(schema, given, () => made.shift() as string)
  return { value, changes, errors }
}

const madeOf = (text: string, { as, max }: Written): { plain: string; error?: Message } => {
  const most = mostGiven(max)
  if (text.length > most) return { plain: text, error: message('plain.too-long', { most }) }
  const plain = as === 'line' ? toPlainLine(text) : toPlainText(text)
  const refusal = refusalOf(plain, text)
  return { plain, ...(refusal && { error: saidOfRefusal(refusal) }) }
}

/** The first changes, `most` at most; the last says how many more there are. */
export const toldChanges = (changes: readonly Change[], most = maxChanges): Change[] => {
  if (changes.length <= most) return [...changes]
  const told = changes.slice(0, most - 1)
  const root = changes[0]!.path.split('.', 1)[0]!
  return [...told, messageAt(root, message('change.more', { count: changes.length - told.length }))]
}
