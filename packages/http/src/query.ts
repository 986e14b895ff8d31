import { message, messageAt } from '@techbridge/contracts'
import { type FieldError, inWords } from './body/field-errors.ts'
import { HttpProblem } from './problem.ts'

export type Query = Record<string, string | string[]>

/** The parameters of a URL by name; a repeated one becomes a list. Anything but percent-encoded UTF-8 is a 400. */
export const readQuery = (url: string): Query => {
  const query: Query = Object.create(null)
  const errors: FieldError[] = []
  const mark = url.indexOf('?')
  for (const pair of mark === -1 ? [] : url.slice(mark + 1).split('&')) {
    if (pair === '') continue
    const [name, value] = splitOnce(pair).map(decoded) as [string | undefined, string | undefined]
    if (name === undefined || value === undefined) {
      errors.push(
        messageAt(['query', ...(name === undefined ? [] : [name])].join('.'), message('field.percent-encoded')),
      )
      continue
    }
    const earlier = query[name]
    if (earlier === undefined) query[name] = value
    else if (Array.isArray(earlier)) earlier.push(value)
    else query[name] = [earlier, value]
  }
  if (errors.length === 0) return query
  throw new HttpProblem(400, message('invalid', { errors: inWords(errors) }), { errors })
}

const splitOnce = (pair: string): [string, string] => {
  const at = pair.indexOf('=')
  return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
