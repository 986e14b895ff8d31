import type { z } from 'zod'
import { english } from './english.ts'
import { type Message, type MessageAt, message, messageAt, render } from './message.ts'

type RawIssue = z.core.$ZodRawIssue

/** Zod keeps further properties of an issue, so the message travels there beside its English text. */
const put = (issue: RawIssue, said: Message): string => {
  issue.said = said
  return render(said)
}

const declared = new WeakSet<object>()

/** The message of a check of a schema when it fails, from the catalogue; it may depend on the value given. */
export const says = (said: Message | ((given: unknown) => Message)) => {
  const error = (issue: RawIssue): string => put(issue, typeof said === 'function' ? said(issue.input) : said)
  declared.add(error)
  return { error }
}

/** Whether the message of a check comes from the catalogue. */
export const isFromCatalogue = (error: object): boolean => declared.has(error)

/** Adds a problem that a refinement found. */
export const refuse = (context: z.core.$RefinementCtx, said: Message, path: (string | number)[] = []): void => {
  const issue = { code: 'custom' as const, path, message: render(said), said }
  context.addIssue(issue)
}

const numeric = (value: number | bigint) => Number(value)

/** The message for a check without one of its own. */
const ofIssue = (issue: RawIssue): Message => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return message('field.missing')
      return message('field.type', { expected: issue.expected, received: kindOf(issue.input) })
    case 'invalid_value':
      if (issue.input === undefined) return message('field.missing')
      return message('field.option', { options: issue.values.map(String) })
    case 'too_big': {
      const most = numeric(issue.maximum)
      if (issue.origin === 'string') return message('field.too-long', { most })
      return issue.origin === 'array' ? message('field.too-many', { most }) : message('field.too-large', { most })
    }
    case 'too_small': {
      const least = numeric(issue.minimum)
      if (issue.origin === 'string') return message('field.too-short', { least })
      return issue.origin === 'array' ? message('field.too-few', { least }) : message('field.too-small', { least })
    }
    case 'invalid_format':
      return issue.pattern === undefined
        ? message('field.invalid')
        : message('field.pattern', { pattern: issue.pattern })
    default:
      return message('field.invalid')
  }
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  Object.hasOwn(english, value.code)

const saidOf = (issue: z.core.$ZodIssue): Message => {
  // For a refused key of a record Zod only says that it is invalid; the reason is inside.
  const [inner] = issue.code === 'invalid_key' ? issue.issues : []
  if (inner) return saidOf(inner)
  return 'said' in issue && isMessage(issue.said) ? issue.said : message('field.invalid')
}

/** A record whose keys are of a list names those that are not, each of which is an error of its own. */
const errorsOf = (issue: z.core.$ZodIssue, where: string): MessageAt[] => {
  const path = [where, ...issue.path]
  if (issue.code !== 'unrecognized_keys') return [messageAt(path.join('.'), saidOf(issue))]
  return issue.keys.map((key) => messageAt([...path, key].join('.'), message('field.unknown')))
}

/** The value as the schema parses it, or what is wrong with each field; paths begin with `where`. */
export const parseWith = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: string,
): { data: z.output<T>; errors?: undefined } | { errors: MessageAt[] } => {
  const result = schema.safeParse(value, { error: (issue) => put(issue, ofIssue(issue)) })
  if (result.success) return { data: result.data }
  return { errors: result.error.issues.flatMap((issue) => errorsOf(issue, where)) }
}
