import {
  type Change,
  changeMessage,
  type Message,
  maxChanges,
  message,
  messageAt,
  refusalMessage,
  replaceTexts,
  type Written,
} from '@techbridge/contracts'
import { differenceOf, refusalOf, toPlainLine, toPlainText } from '@techbridge/plain-text'
import type { z } from 'zod'
import type { FieldError } from './field-errors.ts'

/** The value with its texts made plain, what changed, and which texts cannot be plain. */
export interface MadePlain {
  value: unknown
  changes: Change[]
  errors: FieldError[]
}

/** Markup may be far longer than its text. Anything beyond this is refused before it is processed. */
const mostGiven = (max: number) => Math.max(10_000, 32 * max)

/**
 * Makes the texts plain that the schema declares as written by people. The value need not fit the schema: that is checked afterwards,
 * including limits of length. `mayGoOn` is awaited before each text, so that other work can run.
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
    if (change !== undefined) changes.push(messageAt(path, changeMessage(change)))
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
  return { plain, ...(refusal && { error: refusalMessage(refusal) }) }
}

/** The first changes, `most` at most; the last one says how many more there are. */
export const toldChanges = (changes: readonly Change[], most = maxChanges): Change[] => {
  if (changes.length <= most) return [...changes]
  const told = changes.slice(0, most - 1)
  const root = changes[0]!.path.split('.', 1)[0]!
  return [...told, messageAt(root, message('change.more', { count: changes.length - told.length }))]
}
