import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import {
  type Api,
  apis,
  day,
  type Endpoint,
  isFromCatalogue,
  line,
  message,
  messageAt,
  parseWith,
  refuse,
  render,
  says,
  warning,
} from '../src/index.ts'
import { english } from '../src/messages/english.ts'

/** What requests bring: every schema that refuses something to somebody. */
const requests = Object.entries<Api>(apis).flatMap(([context, api]) =>
  Object.entries(api).flatMap(([name, { params, query, body }]: [string, Endpoint]) =>
    Object.entries({ params, query, body }).flatMap(([part, schema]) =>
      schema ? [{ name: `${context}.${name} ${part}`, schema }] : [],
    ),
  ),
)

/** Paths of the checks that say something which is not in the catalogue. */
const withoutCode = (root: unknown): string[] => {
  const found: string[] = []
  const seen = new Set<unknown>()
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    // Shapes and lists of checks have no definition of their own.
    const def: Record<string, unknown> = ('_zod' in value ? (value._zod as { def: object }).def : value) as any
    const isRefinement = def.check === 'custom' && typeof def.fn === 'function'
    if (typeof def.error === 'function' ? !isFromCatalogue(def.error) : isRefinement) found.push(path)
    for (const [name, part] of Object.entries(def)) visit(part, `${path}.${name}`)
  }
  visit(root, '$')
  return found
}

describe('what a schema refuses', () => {
  assert.ok(requests.length > 40)

  it('has a code of the catalogue wherever the contracts say what is wrong', () => {
    for (const { name, schema } of requests) assert.deepEqual(withoutCode(schema), [], `${name}: use says()`)
  })

  it('is found when it has none', () => {
    assert.equal(withoutCode(z.object({ day: z.array(z.iso.date('is no day')) })).length, 1)
    assert.equal(withoutCode(z.string().refine((given) => given !== 'x', 'must not be x')).length, 1)
    assert.equal(withoutCode(z.string().refine((given) => given !== 'x')).length, 1)
    assert.deepEqual(withoutCode(z.object({ day, name: line(5) })), [])
  })

  it('is said with its code, its parameters, and the text that they make', () => {
    const values = fc.jsonValue({ maxDepth: 3 })
    for (const { name, schema } of requests) {
      const property = fc.property(values, (given) => {
        const { errors = [] } = parseWith(schema, given, 'body')
        for (const one of errors) {
          assert.ok(Object.hasOwn(english, one.code), `${name}: ${one.code}`)
          assert.equal(one.message, render(one))
        }
      })
      fc.assert(property, { numRuns: 30 })
    }
  })

  const said = (schema: z.ZodType, given: unknown) => parseWith(schema, given, 'body').errors?.map(({ code }) => code)

  it('says of each kind of check what Zod found', () => {
    const of = z.object({ a: z.string(), b: z.int(), c: z.enum(['x', 'y']) })
    assert.deepEqual(said(of, { a: 1, b: 1.5, c: 'z' }), ['field.type', 'field.type', 'field.option'])
    assert.deepEqual(said(of, {}), ['field.missing', 'field.missing', 'field.missing'])
    assert.deepEqual(parseWith(z.string().max(3), 'long', 'body').errors, [
      messageAt('body', message('field.too-long', { most: 3 })),
    ])
    const limits: [z.ZodType, unknown, string][] = [
      [z.string().min(3), 'a', 'field.too-short'],
      [z.array(z.string()).max(1), ['a', 'b'], 'field.too-many'],
      [z.array(z.string()).min(1), [], 'field.too-few'],
      [z.int().max(3), 4, 'field.too-large'],
      [z.number().min(3), 2, 'field.too-small'],
      [z.string().regex(/^a$/), 'b', 'field.pattern'],
      [z.record(z.string().regex(/^a$/), z.string()), { b: '' }, 'field.pattern'],
      [z.number().multipleOf(2), 3, 'field.invalid'],
      [z.string().superRefine((_, context) => refuse(context, message('field.unseen'))), 'a', 'field.unseen'],
      [z.string().refine(() => false, says(message('field.unseen'))), 'a', 'field.unseen'],
    ]
    for (const [schema, given, code] of limits) assert.deepEqual(said(schema, given), [code])
  })

  it('does not compile with a code that the catalogue does not have, or with other parameters', () => {
    // @ts-expect-error no such code
    assert.throws(() => render(message('field.wrong')))
    // @ts-expect-error no such parameter
    assert.equal(message('field.too-long', { least: 3 }).code, 'field.too-long')
    // @ts-expect-error a raw text
    assert.throws(() => messageAt('body', 'is wrong'))
  })

  it('is what answers may carry', () => {
    const at = messageAt(
      'content.trl',
      message('trl-against-stage', { trl: 9, stage: 'concept', lowest: 1, highest: 3 }),
    )
    assert.deepEqual(warning.parse(JSON.parse(JSON.stringify(at))), at)
  })
})
