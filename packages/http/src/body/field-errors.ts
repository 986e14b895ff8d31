import { type MessageAt, message, messageAt } from '@techbridge/contracts'

/** What is wrong with one field, by its path in the request. */
export type FieldError = MessageAt

/** The most errors in one response. */
const maxErrors = 50
const maxPath = 300
const maxMessage = 500
/** Of a list parameter. */
const maxItems = 50
/** Errors repeated in the `detail` of a problem. */
const maxTold = 5

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

const cutParam = (param: FieldError['params'][string]) => {
  if (typeof param === 'string') return cut(param, maxPath)
  return typeof param === 'object' ? param.slice(0, maxItems).map((one) => cut(one, maxPath)) : param
}

const cutError = ({ path, message, code, params }: FieldError): FieldError => ({
  path: cut(path, maxPath),
  message: cut(message, maxMessage),
  code,
  params: Object.fromEntries(Object.entries(params).map(([name, param]) => [name, cutParam(param)])),
})

/** At most fifty errors, without duplicates and each of bounded length; the last one says if there are more. */
export const bounded = (errors: Iterable<FieldError>): FieldError[] => {
  const told = new Map<string, FieldError>()
  for (const error of errors) {
    const one = cutError(error)
    const said = `${one.path}\n${one.message}`
    if (told.has(said)) continue
    if (told.size === maxErrors) return [...told.values(), messageAt(rootOf(one.path), message('field.more'))]
    told.set(said, one)
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
