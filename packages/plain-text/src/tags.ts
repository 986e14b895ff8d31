import { booleanAttributes, namingOf } from './elements.ts'

export interface Tag {
  name: string
  closing: boolean
  attributes: string
  end: number
}

/**
 * Neither runs over a `<` outside of quotes, so that a text of nothing but beginnings of tags is read in linear time. A value without
 * quotes ends at a blank or `>` only: could it also end before the `/` in `a=1/b=1/c=1`, each of them would double the ways to read it.
 * The second is for attributes whose quotes do not match, and for a tag that is cut off by the end of the text.
 */
const tagShape =
  /<(\/?)([a-z][a-z0-9:_-]*)((?:[\s/]+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`][^\s"'<>`]*(?=[\s>])))?)*)\s*\/?>/iy
const brokenShape = /<(\/?)([a-z][a-z0-9:_-]*)(\s+[a-z][a-z:-]*\s*=\s*[^\s"'<>]*["'][^<>]*)(?:>|$)/iy
/** What is left of an end tag where the text was cut off. */
const cutOffEnd = /<(\/)([a-z][a-z0-9:]*)()\s*$/iy
const attribute = /([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?/g

/** Finds where `</name` stands next, and looks through the text once for each name. */
export const endTags = (text: string) => {
  const found = new Map<string, number>()
  const lower = text.toLowerCase()
  return (name: string, from: number): number => {
    const before = found.get(name)
    if (before !== undefined && (before >= from || before === -1)) return before
    const next = lower.length === text.length ? lower.indexOf(`</${name}`, from) : -1
    found.set(name, next)
    return next
  }
}

/** The tag that begins at `at`; `undefined` when the `<` there is one of `x < 5`, `a<b and c>d`, `vector<int>`. */
export const tagAt = (text: string, at: number, nextEnd: ReturnType<typeof endTags>): Tag | undefined => {
  const match = matchAt(tagShape, text, at)
  if (!match) return brokenTagAt(text, at)
  const [whole, slash = '', written = '', attributes = ''] = match
  const name = written.toLowerCase()
  const tag = { name, closing: slash !== '', attributes, end: at + whole.length }
  const naming = namingOf(name)
  if (naming === 'unknown') return undefined
  if (tag.closing) return tag
  const given = [...attributes.matchAll(attribute)]
  if (given.some(([, key = '', value]) => value === undefined && !booleanAttributes.has(key.toLowerCase())))
    return undefined
  if (given.length > 0 || naming === 'tag' || whole.endsWith('/>')) return tag
  const hasEnd = nextEnd(name, tag.end) !== -1
  const hangsOnWord = at > 0 && /[\w)]/.test(text[at - 1] as string)
  return hasEnd || (naming === 'phrase' && !hangsOnWord) ? tag : undefined
}

const brokenTagAt = (text: string, at: number): Tag | undefined => {
  const [whole, slash, written = '', attributes = ''] =
    matchAt(brokenShape, text, at) ?? matchAt(cutOffEnd, text, at) ?? []
  const name = written.toLowerCase()
  if (whole === undefined || namingOf(name) === 'unknown') return undefined
  return { name, closing: slash !== '', attributes, end: at + whole.length }
}

const matchAt = (shape: RegExp, text: string, at: number) => {
  shape.lastIndex = at
  return shape.exec(text)
}

/** The value of an attribute as it is written, without quotes. */
export const attributeValue = (attributes: string, name: string): string => {
  for (const [, key = '', value] of attributes.matchAll(attribute)) {
    if (key.toLowerCase() === name && value) return value.replace(/^\s*=\s*/, '').replace(/^(["'])(.*)\1$/s, '$2')
  }
  return ''
}
