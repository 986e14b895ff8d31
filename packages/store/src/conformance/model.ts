import fc from 'fast-check'
import type { Bounds, Filter, Query, Scalar } from '../store.ts'
import type { Thing } from './harness.ts'

type Field = 'text' | 'number' | 'flag' | '_id'
type Value = Scalar | readonly string[]

/** Texts go by code points, as UTF-8 does; the tests never compare values of two kinds. */
const compare = (one: Scalar, other: Scalar): number => {
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return Number(one) - Number(other)
}

const meets = (value: Value | undefined, wanted: Filter[string]): boolean => {
  if (value === undefined) return false
  if (typeof value === 'object') return value.some((one) => meets(one, wanted))
  if (Array.isArray(wanted)) return wanted.includes(value)
  if (typeof wanted !== 'object') return value === wanted
  const { gt, gte, lt, lte } = wanted as Bounds
  return (
    (gt === undefined || compare(value, gt) > 0) &&
    (gte === undefined || compare(value, gte) >= 0) &&
    (lt === undefined || compare(value, lt) < 0) &&
    (lte === undefined || compare(value, lte) <= 0)
  )
}

/** What `find` must give, worked out the simple way. */
export const findIn = (documents: Iterable<Thing>, { where = {}, order, after, limit }: Query): Thing[] => {
  const filters = (Array.isArray(where) ? where : [where]) as Filter[]
  const by = (order?.by ?? '_id') as Field
  const direction = order?.descending ? -1 : 1
  const place = ({ _id, ...rest }: Thing): [Scalar, string] => [{ ...rest, _id }[by]!, _id]
  const comparePlaces = (one: readonly [Scalar, string], other: readonly [Scalar, string]) =>
    direction * (compare(one[0], other[0]) || compare(one[1], other[1]))
  return [...documents]
    .filter((document) => document[by] !== undefined)
    .filter((document) =>
      filters.some((filter) =>
        Object.entries(filter).every(([field, wanted]) => meets(document[field as Field | 'tags'], wanted)),
      ),
    )
    .sort((one, other) => comparePlaces(place(one), place(other)))
    .filter((document) => !after || comparePlaces(place(document), after) > 0)
    .slice(0, limit)
}

const texts = fc.oneof(
  fc.constantFrom('', 'a', 'A', 'ab', 'é', 'e\u0301', '水', '\uffff', '😀', "'", '"'),
  fc.string({ unit: 'grapheme', maxLength: 3 }).filter((text) => !text.includes('\0')),
)
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
)
const values = { text: texts, number: numbers, flag: fc.boolean() }
const ids = fc.constantFrom(...Array.from('abcdefghijklmnop'))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const bounds = <T extends string | number>(of: fc.Arbitrary<T>) =>
  fc.record({ gt: of, gte: of, lt: of, lte: of }, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0)
const wanted = <T extends Scalar>(of: fc.Arbitrary<T>) => fc.oneof(of, fc.array(of, { maxLength: 3 }))
const filter: fc.Arbitrary<Filter> = fc.record(
  {
    text: fc.oneof(wanted(texts), bounds(texts)),
    number: fc.oneof(wanted(numbers), bounds(numbers)),
    flag: wanted(fc.boolean()),
    tags: wanted(texts),
    _id: fc.oneof(wanted(ids), bounds(ids)),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Filter>

const place = (by: Field): fc.Arbitrary<readonly [Scalar, string]> =>
  by === '_id' ? ids.map((id) => [id, id] as const) : fc.tuple(values[by] as fc.Arbitrary<Scalar>, ids)

export const anyQuery: fc.Arbitrary<Query> = fc
  .record({ by: maybe(fc.constantFrom<Field>('text', 'number', 'flag', '_id')), descending: maybe(fc.boolean()) })
  .chain(({ by, descending }) =>
    fc.record({
      where: maybe(fc.oneof(filter, fc.array(filter, { maxLength: 3 }))),
      order: fc.constant(by && { by, descending }),
      after: maybe(place(by ?? '_id')),
      limit: fc.integer({ min: 1, max: 20 }),
    }),
  )

export const anyThing: fc.Arbitrary<Thing> = fc
  .record({
    _id: ids,
    text: maybe(texts),
    number: maybe(numbers),
    flag: maybe(fc.boolean()),
    tags: maybe(fc.array(texts, { maxLength: 3 })),
  })
  .map((fields) => JSON.parse(JSON.stringify({ ...fields, version: 1 })) as Thing)
