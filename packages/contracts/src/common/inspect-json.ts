import { type Message, type MessageAt, message, messageAt } from '../messages/message.ts'

/** Limits of one JSON document: far above what any contract accepts, far below what makes validation slow. */
export const jsonLimits = {
  /** Nesting of arrays and objects. */
  depth: 16,
  /** Fields of one object, or items of one list. */
  members: 200,
  /** Values in all, arrays and objects included. */
  values: 2000,
  /** Characters of a field's name, as written. */
  name: 200,
  /** The scan stops after this many errors. */
  errors: 50,
} as const

export type JsonLimits = Record<keyof typeof jsonLimits, number>

interface Container {
  isObject: boolean
  /** Names of an object so far. */
  names: Set<string>
  /** Items of a list, or fields of an object, so far. */
  members: number
  /** The field that is being read. */
  name: string
}

const code = (character: string) => character.charCodeAt(0)
const quote = code('"')
const backslash = code('\\')

/**
 * Why a JSON text must not be parsed: it is too deep or too large, an object repeats a field, or a double cannot hold a number. Reads
 * each character once and builds nothing, so the cost depends only on the length. For a text that is not JSON the result is arbitrary:
 * `JSON.parse` refuses it.
 */
export const inspectJson = (text: string, where: string, limits: JsonLimits = jsonLimits): MessageAt[] => {
  const errors: MessageAt[] = []
  const open: Container[] = []
  let values = 0
  let expectsName = false
  let at = 0

  const path = () =>
    [where, ...open.map(({ isObject, name, members }) => (isObject ? name : String(members - 1)))].join('.')
  const report = (said: Message) => errors.push(messageAt(path(), said))
  /** Counts a value; `true` when there are too many. */
  const count = () => {
    values += 1
    const inside = open.at(-1)
    if (inside && !inside.isObject && inside.members === 0) inside.members = 1
    if (values > limits.values) {
      errors.push(messageAt(where, message('json.values', { most: limits.values })))
      return true
    }
    if (!inside || inside.members <= limits.members) return false
    const most = limits.members
    open.pop()
    report(inside.isObject ? message('json.fields', { most }) : message('json.items', { most }))
    return true
  }

  while (at < text.length && errors.length < limits.errors) {
    const character = text[at] as string
    const inside = open.at(-1)
    switch (character) {
      case '"': {
        const end = endOfString(text, at)
        if (expectsName && inside) {
          if (end - at > limits.name) {
            report(message('json.name', { most: limits.name }))
            return errors
          }
          inside.name = nameOf(text.slice(at, end))
          inside.members += 1
          if (inside.names.has(inside.name)) report(message('field.given-twice'))
          inside.names.add(inside.name)
          expectsName = false
        } else if (count()) return errors
        at = end
        continue
      }
      case '{':
      case '[':
        if (count()) return errors
        if (open.length === limits.depth) {
          report(message('json.depth', { most: limits.depth }))
          return errors
        }
        expectsName = character === '{'
        open.push({ isObject: expectsName, names: new Set(), members: 0, name: '' })
        break
      case '}':
      case ']':
        open.pop()
        expectsName = false
        break
      case ',':
        expectsName = inside?.isObject ?? false
        if (inside && !inside.isObject) inside.members += 1
        break
      case ' ':
      case '\n':
      case '\r':
      case '\t':
      case ':':
        break
      default: {
        if (count()) return errors
        const end = endOfToken(text, at)
        const problem = numberProblem(text, at, end)
        if (problem) report(problem)
        at = end
        continue
      }
    }
    at += 1
  }
  return errors
}

/** Where the string that begins here ends. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    const found = text.charCodeAt(at)
    if (found === backslash) at += 1
    else if (found === quote) return at + 1
  }
  return text.length
}

/** Where the number, `true`, `false` or `null` that begins here ends. */
const endOfToken = (text: string, start: number): number => {
  let at = start + 1
  while (at < text.length && !',]} \n\r\t:"[{'.includes(text[at] as string)) at += 1
  return at
}

/** `"\u0061"` names the same field as `"a"`. */
const nameOf = (quoted: string): string => {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}

/** Programs write no double longer than this. */
const maxNumberLength = 400

const numberProblem = (text: string, start: number, end: number): Message | undefined => {
  if (!/[-\d]/.test(text[start] as string)) return undefined
  if (end - start > maxNumberLength) return message('json.long-number', { most: maxNumberLength })
  const written = text.slice(start, end)
  const value = Number(written)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return message('json.large-number')
  const isZero = !/[1-9]/.test(written.split(/e/i)[0] as string)
  return value === 0 && !isZero ? message('json.small-number') : undefined
}
