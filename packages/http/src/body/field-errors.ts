import type { z } from 'zod'

/** What is wrong with one field, by its path in the request. */
export interface FieldError {
  path: string
  message: string
}

/** Errors that one answer tells, at most. */
const maxErrors = 50
const maxPath = 300
const maxMessage = 500
/** Errors that the sentence of a problem repeats. */
const maxTold = 5

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

/** At most fifty errors, each once and in bounded words; the last says when there are more. */
export const bounded = (errors: Iterable<FieldError>): FieldError[] => {
  const told = new Map<string, FieldError>()
  for (const error of errors) {
    const path = cut(error.path, maxPath)
    const message = cut(error.message, maxMessage)
    const said = `${path}\n${message}`
    if (told.has(said)) continue
    if (told.size === maxErrors)
      return [...told.values(), { path: rootOf(path), message: 'has more errors than these' }]
    told.set(said, { path, message })
  }
  return [...told.values()]
}

const rootOf = (path: string) => path.split('.', 1)[0] as string

/** The first errors in a sentence. */
export const inWords = (errors: readonly FieldError[]): string => {
  const told = errors.slice(0, maxTold).map(({ path, message }) => `${path}: ${message}`)
  const more = errors.length - told.length
  return [...told, ...(more > 0 ? [`${more} more in errors`] : [])].join('; ')
}

/** Each issue with the path of its field, e.g. `body.texts.zh.title`. */
export const fieldErrors = (error: z.ZodError, where: string): FieldError[] =>
  bounded(error.issues.map((issue) => ({ path: [where, ...issue.path].join('.'), message: messageOf(issue) })))

/** Of a key that a record does not take Zod only says that it is invalid; why stands inside. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  (issue.code === 'invalid_key' && issue.issues[0]?.message) || issue.message
