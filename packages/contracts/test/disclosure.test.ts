import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { unwrapped } from '../src/common/unwrapped.ts'
import { markOf } from '../src/disclosure/marks.ts'
import {
  type Api,
  apis,
  type DisclosureStage,
  disclose,
  disclosureStages,
  type Endpoint,
  eventContracts,
  needContent,
  offerContent,
  schemaAt,
  searchHit,
  shown,
  whole,
} from '../src/index.ts'

/** Paths of the fields that do not say who may see them. */
const undeclared = (given: z.ZodType, path = '$'): string[] => {
  const schema = unwrapped(given)
  if (schema instanceof z.ZodArray) return undeclared(schema.element as z.ZodType, `${path}[]`)
  if (schema instanceof z.ZodRecord) return undeclared(schema.valueType as z.ZodType, `${path}.*`)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
    markOf(schema, name) ? undeclared(field, `${path}.${name}`) : [`${path}.${name}`],
  )
}

/** What shows a record: whatever has a version. */
const records = Object.entries<Api>(apis).flatMap(([context, api]) =>
  Object.entries(api)
    .map(([name, { response }]: [string, Endpoint]) => ({ name: `${context}.${name}`, schema: response as z.ZodType }))
    .filter(({ schema }) => schema instanceof z.ZodObject && 'version' in schema.shape),
)

const declared = [
  ...records,
  ...eventContracts.map(({ type, data }) => ({ name: type as string, schema: data as z.ZodType })),
  { name: 'a hit of a search', schema: searchHit },
  { name: 'the content of an offer', schema: offerContent },
  { name: 'the content of a need', schema: needContent },
]

describe('every field says who may see it', () => {
  assert.ok(records.length > 20)
  for (const { name, schema } of declared) {
    it(name, () => assert.deepEqual(undeclared(schema), [], 'use shown(), or whole() for an object shown as one'))
  }

  it('and one that does not is found, wherever it stands', () => {
    const { shape } = offerContent
    const text = z.object({ title: shown('public', z.string()), note: z.string() })
    assert.deepEqual(undeclared(offerContent.extend({ note: z.string() })), ['$.note'])
    assert.deepEqual(undeclared(z.object({ ...shape, texts: shown('public', z.record(z.string(), text)) })), [
      '$.texts.*.note',
    ])
    assert.deepEqual(
      undeclared(z.object({ ...shape, claims: shown('details', z.array(z.object({ a: z.string() }))) })),
      ['$.claims[].a'],
    )
    assert.deepEqual(undeclared(z.object({ price: shown('details', whole(z.object({ min: z.int() }))) })), [])
  })
})

/** As the docs say it, which is not where `disclose` looks. */
const said = (field: z.ZodType): string | undefined =>
  (field.meta()?.['x-disclosure'] as string | undefined) ??
  (field instanceof z.ZodOptional ? said(field.unwrap() as z.ZodType) : undefined)

const rank = (stage: string) => disclosureStages.indexOf(stage as DisclosureStage)
const stricter = (one: string, other: string) => (rank(one) > rank(other) ? one : other)

/**
 * Values of the shape that a schema has, each string of which says from which stage on it may be seen, with fields that the schema does not
 * know among them.
 */
const valuesOf = (given: z.ZodType, from: string, anonymous: boolean): fc.Arbitrary<unknown> => {
  const schema = unwrapped(given)
  if (schema instanceof z.ZodArray)
    return fc.array(valuesOf(schema.element as z.ZodType, from, anonymous), { maxLength: 3 })
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(
      fc.constantFrom('en', 'zh', 'zh-Hant', 'lo', 'toString'),
      valuesOf(schema.valueType as z.ZodType, from, anonymous),
      { maxKeys: 4 },
    )
  if (!(schema instanceof z.ZodObject)) return fc.nat().map((any) => `${from} ${any}`)
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
    if (name === 'anonymous') return [name, fc.constant(anonymous)] as const
    const stage = said(field) ?? 'public'
    const needed = stage === 'identity' ? (anonymous ? 'confidential' : 'public') : stage
    return [name, valuesOf(field, stricter(from, needed), anonymous)] as const
  })
  const model: Record<string, fc.Arbitrary<unknown>> = {
    ...Object.fromEntries(fields),
    unknown: fc.constant('never: no schema knows this'),
  }
  return fc.record(model, { requiredKeys: 'anonymous' in model ? ['anonymous'] : [] })
}

/** Every string in a value, and how many there are. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values((value ?? {}) as object).flatMap(stringsIn)

const stageOf = (text: string) => text.split(' ')[0] as string

const contents = [
  ['an offer', offerContent],
  ['a need', needContent],
] as const

for (const [name, schema] of contents) {
  describe(`the content of ${name}`, () => {
    const given = fc.boolean().chain((anonymous) => valuesOf(schema, 'public', anonymous) as fc.Arbitrary<object>)

    it('discloses at a stage what is of that stage or below, and all of it', () => {
      fc.assert(
        fc.property(given, fc.constantFrom(...disclosureStages), (content, stage) => {
          const may = (text: string) => rank(stageOf(text)) >= 0 && rank(stageOf(text)) <= rank(stage)
          const seen = stringsIn(disclose(schema, content, stage))
          assert.deepEqual(seen.toSorted(), stringsIn(content).filter(may).toSorted())
        }),
      )
    })

    it('fits the schema of the stage', () => {
      const fields = (stage: DisclosureStage) => {
        const reduced: z.ZodType = schemaAt(schema, stage)
        assert.ok(reduced instanceof z.ZodObject)
        return Object.keys(reduced.shape)
      }
      for (const stage of disclosureStages)
        assert.deepEqual(
          fields(stage),
          Object.entries(schema.shape)
            .filter(([, field]) => rank(said(field) ?? '') <= rank(stage))
            .map(([field]) => field),
        )
    })
  })
}

describe('disclosure', () => {
  const note = z.object({
    anonymous: shown('public', z.boolean()),
    owner: shown('identity', z.string()),
    at: shown('public', z.string(), { exactFrom: 'details' }),
    patents: shown('identity', z.array(z.string()), { hiddenAs: [] }),
    by: shown('public', z.string()),
    reason: shown('own', z.string(), { writtenBy: 'by' }),
    need: shown('public', z.object({ budget: shown('own', z.int()) }), { of: 'seeker' }),
    undeclared: z.string(),
  })
  const given = {
    anonymous: true,
    owner: 'Dianchi University',
    at: '2026-11-24T08:00:00.000Z',
    patents: ['CN1'],
    by: 'provider',
    reason: 'Not reliable.',
    need: { budget: 3 },
    undeclared: 'secret',
    unknown: 'secret',
  }
  const everyone = { anonymous: true, at: '2026-11-24T00:00:00.000Z', patents: [], by: 'provider', need: {} }

  it('leaves out what is not declared, also for officers', () => {
    const { undeclared, unknown, ...rest } = given
    assert.deepEqual(disclose(note, given, 'office'), rest)
  })

  it('hides who an anonymous record belongs to, and counts one that does not say as anonymous', () => {
    const { anonymous, ...silent } = given
    assert.deepEqual(disclose(note, given, 'public'), everyone)
    for (const unclear of [silent, { ...silent, anonymous: null }, { ...silent, anonymous: 'no' }])
      assert.equal(disclose(note, unclear, 'details').owner, undefined)
    assert.equal(disclose(note, { ...given, anonymous: false }, 'public').owner, given.owner)
    assert.equal(disclose(note, given, 'confidential').owner, given.owner)
  })

  it('lets each side read what is its own', () => {
    const seenBy = (side: 'provider' | 'seeker') => disclose(note, given, { stage: 'public', side })
    assert.deepEqual(seenBy('provider'), { ...everyone, reason: given.reason })
    assert.deepEqual(seenBy('seeker'), { ...everyone, need: given.need })
  })

  it('does not read what it hides', () => {
    const record = {
      ...given,
      get reason(): string {
        throw new Error('read')
      },
    }
    assert.deepEqual(disclose(note, record, 'public'), everyone)
  })

  it('shows nothing of a value of another shape', () => {
    for (const need of ['secret', ['secret'], null, 3])
      assert.ok(!JSON.stringify(disclose(note, { ...given, need }, 'public')).includes('secret'))
  })
})
