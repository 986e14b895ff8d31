import { inspectJson, message, messageAt } from '@techbridge/contracts'
import { bounded, type FieldError } from './field-errors.ts'

/** The value of a JSON text, or why it is refused. `malformed`: it is not JSON. */
export type ParsedJson = { value: unknown; errors?: undefined } | { errors: FieldError[]; malformed: boolean }

/** Parses only what has been found to be of bounded size, so that no input costs more than reading it once. */
export const parseJson = (text: string, where: string): ParsedJson => {
  const errors = inspectJson(text, where)
  if (errors.length > 0) return { errors: bounded(errors), malformed: false }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { errors: [messageAt(where, message('json.malformed'))], malformed: true }
  }
}
