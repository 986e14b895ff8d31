import { setImmediate } from 'node:timers/promises'
import { pace } from '@techbridge/bus'
import { bodyLimits, type Change, message, messageAt, parseWith } from '@techbridge/contracts'
import { z } from 'zod'
import { bounded, type FieldError, inWords } from './body/field-errors.ts'
import { makePlain } from './body/make-plain.ts'
import { parseJson } from './body/parse-json.ts'
import { HttpProblem } from './problem.ts'

type Errors = FieldError[]

/** The value as its contract parses it, with the texts that were made plain, or what is wrong with it. */
type Checked<T> =
  | { value: T; changes?: Change[]; errors?: undefined }
  | { value?: undefined; changes?: undefined; errors: Errors }

/** `line` is its number in the request, from 1. */
export type CheckedLine<T> = Checked<T> & { line: number }

/** Fields that the schema does not know: they are in the given value, but not in the parsed one. */
const unknownFields = (given: unknown, parsed: unknown, path: string): Errors => {
  if (typeof given !== 'object' || given === null || typeof parsed !== 'object' || parsed === null) return []
  if (Array.isArray(given)) {
    return given.flatMap((item, place) => unknownFields(item, (parsed as unknown[])[place], `${path}.${place}`))
  }
  return Object.entries(given).flatMap(([name, value]) =>
    Object.hasOwn(parsed, name)
      ? unknownFields(value, (parsed as Record<string, unknown>)[name], `${path}.${name}`)
      : [messageAt(`${path}.${name}`, message('field.unknown'))],
  )
}

/** Texts that some engines do not keep unchanged: those with NUL or half of a surrogate pair. */
const unkeepableTexts = (parsed: unknown, path: string): Errors => {
  if (typeof parsed === 'string') {
    const keepable = parsed.isWellFormed() && !parsed.includes('\0')
    return keepable ? [] : [messageAt(path, message('field.unicode'))]
  }
  if (typeof parsed !== 'object' || parsed === null) return []
  return Object.entries(parsed).flatMap(([name, value]) => unkeepableTexts(value, `${path}.${name}`))
}

/**
 * Makes texts plain, then validates. Contracts ignore unknown fields, because events may grow; in a request they are a mistake, and
 * refused.
 */
const check = async <T extends z.ZodType>(schema: T, given: unknown, where: string): Promise<Checked<z.output<T>>> => {
  const { value, changes, errors: notPlain } = await makePlain(schema, given, where, pace)
  const result = parseWith(schema, value, where)
  const others = result.errors ?? [...unknownFields(given, result.data, where), ...unkeepableTexts(result.data, where)]
  // A text that cannot be plain needs no further error.
  const errors = [...notPlain, ...others.filter(({ path }) => !notPlain.some((one) => one.path === path))]
  if (result.errors || errors.length > 0) return { errors: bounded(errors) }
  return { value: result.data, ...(changes.length > 0 && { changes }) }
}

/** Errors reported per line, so that the report of many bad lines stays readable. */
const maxErrorsOfLine = 10

/**
 * Checks each line of newline-delimited JSON by itself and skips blank ones. When there are none, or more than `maxLines`, no line is
 * parsed and the result is a 422. `yieldTurn` lets other work run after each line.
 */
export const checkLines = async <T extends z.ZodType>(
  schema: T,
  text: string,
  maxLines: number,
  yieldTurn: () => Promise<unknown> = () => setImmediate(),
): Promise<CheckedLine<z.output<T>>[]> => {
  const lines = nonBlankLines(text, maxLines + 1)
  if (lines.length === 0 || lines.length > maxLines) {
    const found = lines.length === 0 ? 'none' : 'more'
    throw new HttpProblem(422, message('invalid.lines', { most: maxLines, found }), {
      errors: [messageAt('body', message('import.lines', { most: maxLines }))],
    })
  }
  const checked: CheckedLine<z.output<T>>[] = []
  for (const { content, line } of lines) {
    checked.push({ line, ...(await checkLine(schema, content)) })
    await yieldTurn()
  }
  return checked
}

/** The first non-blank lines, `most` at most, with their numbers. */
const nonBlankLines = (text: string, most: number) => {
  const lines: { content: string; line: number }[] = []
  let line = 1
  let counted = 0
  for (const { 0: content, index } of text.matchAll(/\S[^\n]*/g)) {
    for (let at = text.indexOf('\n', counted); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1
    counted = index
    lines.push({ content, line })
    if (lines.length === most) break
  }
  return lines
}

const checkLine = async <T extends z.ZodType>(schema: T, content: string): Promise<Checked<z.output<T>>> => {
  const checked = await checkText(schema, content)
  const { errors } = checked
  if (!errors || errors.length <= maxErrorsOfLine) return checked
  return { errors: [...errors.slice(0, maxErrorsOfLine), messageAt('row', message('field.more'))] }
}

const checkText = async <T extends z.ZodType>(schema: T, content: string): Promise<Checked<z.output<T>>> => {
  if (Buffer.byteLength(content) > bodyLimits.json) {
    return { errors: [messageAt('row', message('field.bytes', { most: bodyLimits.json }))] }
  }
  const parsed = parseJson(content, 'row')
  return parsed.errors ? { errors: parsed.errors } : check(schema, parsed.value, 'row')
}

const refuse = (status: number, errors: Errors) => {
  throw new HttpProblem(status, message('invalid', { errors: inWords(errors) }), { errors })
}

/**
 * The parsed value, with the texts that were made plain, or a problem: 422 for a body, 400 for path and query. Without a schema,
 * nothing may be given.
 */
export const validated = async <T extends z.ZodType>(
  schema: T | undefined,
  given: unknown,
  where: 'body' | 'query' | 'path',
): Promise<{ value: z.output<T>; changes: Change[] }> => {
  const { value, changes = [], errors } = await check(schema ?? nothing, given, where)
  if (!errors) return { value: value as z.output<T>, changes }
  return refuse(where === 'body' ? 422 : 400, where === 'query' ? errors.map(givenOnce) : errors)
}

const nothing = z.object({})

/** A repeated parameter arrives as a list. */
const givenOnce = (error: FieldError): FieldError =>
  error.code === 'field.type' && error.params.received === 'array'
    ? messageAt(error.path, message('field.given-once'))
    : error

/** The value of a JSON body: 400 when it is not JSON, 422 when it is too large, repeats a field, or has a number that cannot be kept. */
export const parsedBody = (text: string): unknown => {
  if (text.trim() === '') return refuse(422, [messageAt('body', message('field.missing'))])
  const parsed = parseJson(text, 'body')
  if (!parsed.errors) return parsed.value
  if (parsed.malformed) throw new HttpProblem(400, message('malformed-json'), { errors: parsed.errors })
  return refuse(422, parsed.errors)
}
