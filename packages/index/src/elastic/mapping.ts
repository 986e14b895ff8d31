import type { estypes } from '@elastic/elasticsearch'
import type { IndexDocument, IndexSpec, VectorSpace } from '../text-index.ts'

/** Escapes what names of indexes and fields must not hold, dots and capitals of index names among it. */
const escapeBytes = (name: string, unsafe: RegExp): string =>
  name.replace(unsafe, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )

const fieldName = (name: string): string => escapeBytes(name, /[^\w-]/gu)

export const aliasOf = (prefix: string, { name }: IndexSpec): string => prefix + escapeBytes(name, /[^a-z0-9_-]/gu)

export const textField = (name: string): string => `text.${fieldName(name)}`
export const keywordField = (name: string): string => `keywords.${fieldName(name)}`
export const numberField = (name: string): string => `numbers.${fieldName(name)}`
export const vectorField = (model: string): string => `vectors.${fieldName(model)}`

/** All tokens of a document, each once, to count documents by. */
export const TOKENS = 'tokens'
/** How many tokens a document has in all text fields. Absent when it has none. */
export const LENGTH = 'length'

/** Fields in one order, so that the order in which a program lists them does not count. */
export const describeSpec = ({ text, keywords, numbers, vectors = [] }: IndexSpec): string =>
  JSON.stringify({
    text: text.toSorted(),
    keywords: keywords.toSorted(),
    numbers: numbers.toSorted(),
    ...(vectors.length > 0 && { vectors }),
  })

const each = (names: readonly string[], mapping: estypes.MappingProperty) => ({
  properties: Object.fromEntries(names.map((name) => [fieldName(name), mapping])),
})

/**
 * Tokens come as a list and the `keyword` analyser takes each value of it as one token, of any characters and up to 32,766
 * bytes; the `whitespace` analyser would cut at 255 characters and at control characters. Values of a list stand side by side, as
 * phrases want it. Only what hits give back is kept as the source, as a string of JSON: the engine would read and write it anew.
 */
export const mappingOf = (spec: IndexSpec): estypes.MappingTypeMapping => ({
  _meta: grownMappingOf(spec)._meta,
  _source: { includes: ['source'] },
  dynamic: 'strict',
  properties: {
    id: { type: 'keyword' },
    source: { type: 'keyword', index: false, doc_values: false },
    [TOKENS]: { type: 'keyword', doc_values: false },
    [LENGTH]: { type: 'integer', index: false },
    text: each(spec.text, {
      type: 'text',
      analyzer: 'keyword',
      index_options: 'positions',
      position_increment_gap: 0,
      copy_to: TOKENS,
    }),
    ...grownMappingOf(spec).properties,
  },
})

/** A flat one is compared with all others; no graph of neighbours is kept. */
const vectorMapping = ({ model, dimension }: VectorSpace): [string, estypes.MappingProperty] => [
  fieldName(model),
  { type: 'dense_vector', dims: dimension, index: true, similarity: 'cosine', index_options: { type: 'flat' } },
]

/** What an index that is there already may get. Its text fields stay as they were made until it is rebuilt. */
export const grownMappingOf = (spec: IndexSpec) => ({
  _meta: { spec: describeSpec(spec) },
  properties: {
    keywords: each(spec.keywords, { type: 'keyword' }),
    numbers: each(spec.numbers, { type: 'double' }),
    vectors: { dynamic: false, properties: Object.fromEntries((spec.vectors ?? []).map(vectorMapping)) },
  },
})

/** A document as the engine takes it. Made when `put` is called, so that later changes by the caller do not count. */
export interface Row {
  id: string
  version: number
  enriched: boolean
  body: string
}

export function rowOf({ id, version, enriched = false, text, keywords, numbers, vector, source }: IndexDocument): Row {
  const length = Object.values(text).reduce((sum, tokens) => sum + tokens.length, 0)
  const named = <T>(fields: Record<string, T>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldName(name), value]))
  const document = {
    id,
    source: JSON.stringify(source ?? null),
    ...(length > 0 && { [LENGTH]: length }),
    text: named(text),
    keywords: named(keywords),
    numbers: named(numbers),
    ...(vector && { vectors: { [fieldName(vector.model)]: [...vector.values] } }),
  }
  return { id, version, enriched, body: JSON.stringify(document) }
}
