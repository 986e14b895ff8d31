import type { Field } from './fields.ts'

/** What a browser sent of a form, by the names of its controls. */
export type Sent = ReadonlyMap<string, readonly string[]>

export const sentOf = (form: URLSearchParams): Sent => {
  const sent = new Map<string, string[]>()
  for (const [name, value] of form) sent.set(name, [...(sent.get(name) ?? []), value])
  return sent
}

/** Repeated groups that a form may have at one place. */
const mostGroups = 60

const numberOf = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text)

const linesOf = (text: string) =>
  text
    .split(/[\n,，、]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * The value at a place, `undefined` where nothing was written. What does not fit, such as letters for a number, stays as it was written:
 * the API says what is wrong with it.
 */
export const readField = (field: Field, name: string, sent: Sent): unknown => {
  const first = sent.get(name)?.[0]?.trim().replaceAll('\r\n', '\n') ?? ''
  switch (field.kind) {
    case 'text':
    case 'choice':
      return first === '' ? undefined : first
    case 'number':
      return first === '' ? undefined : numberOf(first)
    case 'flag':
      return first === '' ? undefined : true
    case 'choices':
      return sent.get(name) ?? (field.required ? [] : undefined)
    case 'lines': {
      const lines = linesOf(first)
      if (lines.length === 0 && !field.required) return undefined
      return field.numbers ? lines.map(numberOf) : lines
    }
    case 'group': {
      const read = Object.entries(field.fields)
        .map(([key, one]): [string, unknown] => [key, readField(one, `${name}.${key}`, sent)])
        .filter(([, value]) => value !== undefined)
      return read.length === 0 && !field.required ? undefined : Object.fromEntries(read)
    }
    case 'several': {
      const groups = Array.from({ length: mostGroups }, (_, n) =>
        readField({ ...field.of, required: false }, `${name}.${n}`, sent),
      )
      const written = groups.filter((group) => group !== undefined)
      return written.length === 0 && !field.required ? undefined : written
    }
    case 'texts': {
      const texts: [string, unknown][] = []
      for (let n = 0; n < mostGroups; n += 1) {
        const language = sent.get(`${name}.${n}.language`)?.[0]?.trim() ?? ''
        const text = readField({ ...field.of, required: false }, `${name}.${n}`, sent)
        if (text !== undefined && language !== '') texts.push([language, text])
      }
      return Object.fromEntries(texts)
    }
  }
}
