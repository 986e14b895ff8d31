import type { IndexDocument, IndexSpec, NearestQuery, SearchQuery, Vector } from './text-index.ts'

/** How far the square of a length may be from 1: vectors have been rounded. */
const rounding = 1e-3

type Kind = 'text' | 'keywords' | 'numbers'

function checkFields(spec: IndexSpec, kind: Kind, fields: readonly string[]): void {
  const unknown = fields.find((field) => !spec[kind].includes(field))
  if (unknown !== undefined) throw new TypeError(`the index "${spec.name}" has no field "${unknown}" among its ${kind}`)
}

/** Fails with `TypeError`, naming the field, when the document does not fit the index: an error of the program. */
export function checkDocument(spec: IndexSpec, document: IndexDocument): void {
  const { id, version, text, keywords, numbers, vector } = document
  if (id === '') throw new TypeError(`a document of the index "${spec.name}" has no id`)
  if (!Number.isSafeInteger(version) || version < 0) throw new TypeError(`"${id}": ${version} is not a version`)
  checkFields(spec, 'text', Object.keys(text))
  checkFields(spec, 'keywords', Object.keys(keywords))
  checkFields(spec, 'numbers', Object.keys(numbers))
  for (const [field, tokens] of Object.entries(text)) {
    const bad = tokens.find((token) => token === '' || /\s/u.test(token))
    if (bad !== undefined) throw new TypeError(`"${id}", field "${field}": ${JSON.stringify(bad)} is not a token`)
  }
  for (const [field, number] of Object.entries(numbers)) {
    if (!Number.isFinite(number)) throw new TypeError(`"${id}", field "${field}": ${number} is not a number`)
  }
  if (vector) checkVector(spec, vector)
}

/** Fails with `TypeError`, naming the field, when the query does not fit the index: an error of the program. */
export function checkQuery(spec: IndexSpec, query: SearchQuery): void {
  const boosts = query.match?.fields ?? {}
  const { fields = [], each = [], without = [] } = query.phrases ?? {}
  checkFields(spec, 'text', [...Object.keys(boosts), ...fields])
  checkFields(spec, 'keywords', [...Object.keys(query.where ?? {}), ...(query.facets ?? [])])
  checkFields(spec, 'numbers', [
    ...Object.keys({ ...query.range, ...query.outside }),
    ...(query.order ? [query.order.by] : []),
  ])
  for (const [field, boost] of Object.entries(boosts)) {
    if (!(Number.isFinite(boost) && boost > 0)) throw new TypeError(`field "${field}": ${boost} is not a boost`)
  }
  for (const { token, weight } of query.match?.favouring ?? []) {
    if (!(Number.isFinite(weight) && weight > 0)) throw new TypeError(`token "${token}": ${weight} is not a weight`)
  }
  if ([...each.flat(), ...without].some(({ length }) => length === 0)) throw new TypeError('a phrase has no tokens')
  if (!Number.isSafeInteger(query.limit) || query.limit < 0) throw new TypeError(`${query.limit} is not a limit`)
}

function checkVector(spec: IndexSpec, { model, values }: Vector): void {
  const space = spec.vectors?.find((one) => one.model === model)
  if (!space) throw new TypeError(`the index "${spec.name}" has no vectors of "${model}"`)
  if (values.length !== space.dimension)
    throw new TypeError(`a vector of "${model}" has ${values.length} numbers, not ${space.dimension}`)
  const square = values.reduce((sum, one) => sum + one * one, 0)
  if (!(Math.abs(square - 1) < rounding)) throw new TypeError(`a vector of "${model}" does not have length 1`)
}

/** As `checkQuery` does. */
export function checkNearest(spec: IndexSpec, { vector, ...query }: NearestQuery): void {
  checkQuery(spec, query)
  checkVector(spec, vector)
}
