import type { z } from 'zod'
import { fieldErrors, HttpProblem } from './problem.ts'

type Errors = { path: string; message: string }[]

/** What was given as its contract has it, or why it is not that. */
export type Checked<T> = { value: T; errors?: undefined } | { value?: undefined; errors: Errors }

/** `line` is its number in the request, from 1. */
export type CheckedLine<T> = Checked<T> & { line: number }

/** Fields that the schema does not know: they were in what was given, and are not in what was parsed. */
const unknownFields = (given: unknown, parsed: unknown, path: string): Errors => {
  if (typeof given !== 'object' || given === null || typeof parsed !== 'object' || parsed === null) return []
  if (Array.isArray(given)) {
    return given.flatMap((item, place) => unknownFields(item, (parsed as unknown[])[place], `${path}.${place}`))
  }
  return Object.entries(given).flatMap(([name, value]) =>
    Object.hasOwn(parsed, name)
      ? unknownFields(value, (parsed as Record<string, unknown>)[name], `${path}.${name}`)
      : [{ path: `${path}.${name}`, message: 'is not a field of this request' }],
  )
}

/** Texts that not every engine keeps as they are: with NUL, or with half of a surrogate pair. */
const unkeepableTexts = (parsed: unknown, path: string): Errors => {
  if (typeof parsed === 'string') {
    const keepable = parsed.isWellFormed() && !parsed.includes('\0')
    return keepable ? [] : [{ path, message: 'must be Unicode text without NUL' }]
  }
  if (typeof parsed !== 'object' || parsed === null) return []
  return Object.entries(parsed).flatMap(([name, value]) => unkeepableTexts(value, `${path}.${name}`))
}

/** Contracts ignore unknown fields, because events may grow; a request that has some was meant otherwise, and is refused. */
export const check = <T extends z.ZodType>(schema: T, given: unknown, where: string): Checked<z.output<T>> => {
  const result = schema.safeParse(given)
  if (!result.success) return { errors: fieldErrors(result.error, where) }
  const errors = [...unknownFields(given, result.data, where), ...unkeepableTexts(result.data, where)]
  return errors.length > 0 ? { errors } : { value: result.data }
}

/**
 * Each line of newline-delimited JSON by itself; blank lines are passed over. No line is parsed when there are none, or more than
 * `maxLines`: then it is a 422.
 */
export const checkLines = <T extends z.ZodType>(
  schema: T,
  text: string,
  maxLines: number,
): CheckedLine<z.output<T>>[] => {
  const lines = nonBlankLines(text, maxLines + 1)
  if (lines.length === 0 || lines.length > maxLines) {
    const found = lines.length === 0 ? 'none' : 'more'
    throw new HttpProblem(422, 'invalid', `Send 1 to ${maxLines} lines; these are ${found}.`, {
      errors: [{ path: 'body', message: `must be 1 to ${maxLines} lines` }],
    })
  }
  return lines.map(({ content, line }) => ({ line, ...checkLine(schema, content) }))
}

/** At most `most` of the lines that hold something, with their numbers. */
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

const checkLine = <T extends z.ZodType>(schema: T, content: string): Checked<z.output<T>> => {
  try {
    return check(schema, JSON.parse(content), 'row')
  } catch {
    return { errors: [{ path: 'row', message: 'is not JSON' }] }
  }
}

/** Like `check`, as a problem: 422 for a body, 400 for path and query. */
export const validated = <T extends z.ZodType>(
  schema: T | undefined,
  given: unknown,
  where: 'body' | 'query' | 'path',
): z.output<T> | undefined => {
  if (!schema) return undefined
  const { value, errors } = check(schema, given, where)
  if (!errors) return value
  const list = errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
  throw new HttpProblem(where === 'body' ? 422 : 400, 'invalid', `The request is not valid. ${list}`, { errors })
}
