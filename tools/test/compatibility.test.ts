import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type EventDocument, incompatibilities, upcasts } from '../compatibility/events.ts'
import type { Schema, Schemas } from '../compatibility/schema.ts'
import { asyncapi } from '../docs/asyncapi.ts'

const type = 'techbridge.kettle.boiled.v1'

const documentOf = (data: Schema, schemas: Schemas = {}): EventDocument => ({
  channels: { 'techbridge.kettles': { messages: { [type]: {} } } },
  components: {
    messages: { [type]: { payload: { type: 'object', properties: { data }, required: ['data'] } } },
    schemas,
  },
})

const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...more,
})

/** Path and problem of each incompatibility between two schemas of a field `a`. */
const between = (before: Schema, after: Schema) =>
  incompatibilities(documentOf(object({ a: before })), documentOf(object({ a: after }))).map(
    ({ path, problem }) => `${path} ${problem}`,
  )

const text: Schema = { type: 'string' }
const count: Schema = { type: 'integer' }

const refused: Record<string, [before: Schema, after: Schema, expected: RegExp]> = {
  'a removed property': [object({ b: text, c: text }), object({ b: text }), /^\$\.data\.a\.c property removed$/],
  'a removed property that was optional': [
    object({ b: text }, { required: [] }),
    object({}),
    /^\$\.data\.a\.b property removed$/,
  ],
  'another type': [text, count, /^\$\.data\.a type changed: string is no longer taken/],
  'a number that must be whole now': [{ type: 'number' }, count, /type changed/],
  'no null any more': [{ type: ['string', 'null'] }, text, /type changed: null/],
  'a type where any was taken': [{}, text, /type changed/],
  'a removed enum value': [{ enum: ['x', 'y'] }, { enum: ['x'] }, /^\$\.data\.a value removed: "y"$/],
  'another constant': [{ const: 'x' }, { const: 'y' }, /value removed: "x"/],
  'an enum where any text was taken': [text, { ...text, enum: ['x'] }, /restricted to the values "x"/],
  'a newly required property': [
    object({ b: text }, { required: [] }),
    object({ b: text }),
    /^\$\.data\.a\.b newly required/,
  ],
  'a new property that is required': [object({}), object({ b: text }), /^\$\.data\.a\.b newly required/],
  'a property that is no longer required': [
    object({ b: text }),
    object({ b: text }, { required: [] }),
    /^\$\.data\.a\.b no longer required/,
  ],
  'a lower maxLength': [{ ...text, maxLength: 10 }, { ...text, maxLength: 9 }, /maxLength tightened: 10 became 9/],
  'a maxLength where there was none': [text, { ...text, maxLength: 9 }, /maxLength tightened: none became 9/],
  'a higher minimum': [{ ...count, minimum: 0 }, { ...count, minimum: 1 }, /minimum tightened: 0 became 1/],
  'more items': [{ type: 'array', minItems: 1 }, { type: 'array', minItems: 2 }, /minItems tightened/],
  'another pattern': [{ ...text, pattern: '^a' }, { ...text, pattern: '^b' }, /pattern changed/],
  'a format': [text, { ...text, format: 'date' }, /format changed/],
  'a keyword that the comparison does not know': [{}, { not: {} }, /not changed/],
  'closed additional properties': [
    object({}),
    object({}, { additionalProperties: false }),
    /^\$\.data\.a additionalProperties closed/,
  ],
  'additional properties of another type': [
    object({}, { additionalProperties: text }),
    object({}, { additionalProperties: count }),
    /^\$\.data\.a\.\* type changed/,
  ],
  'a new property that additional ones did not fit': [
    object({}, { additionalProperties: text }),
    object({ b: count }, { additionalProperties: text, required: [] }),
    /^\$\.data\.a\.b type changed/,
  ],
  'narrower property names': [
    object({}, { propertyNames: text }),
    object({}, { propertyNames: { ...text, maxLength: 2 } }),
    /^\$\.data\.a\.\*~ maxLength tightened/,
  ],
  'narrower items': [
    { type: 'array', items: text },
    { type: 'array', items: { ...text, maxLength: 2 } },
    /^\$\.data\.a\[\*\] maxLength tightened/,
  ],
  'a removed union member': [{ anyOf: [text, count] }, text, /^\$\.data\.a union member removed or narrowed/],
  'a narrowed union member': [
    { anyOf: [{ ...text, maxLength: 5 }, count] },
    { anyOf: [{ ...text, maxLength: 4 }, count] },
    /union member removed or narrowed/,
  ],
}

const allowed: Record<string, [before: Schema, after: Schema]> = {
  'a new optional property': [object({}), object({ b: text }, { required: [] })],
  'a new enum value': [{ enum: ['x'] }, { enum: ['y', 'x'] }],
  'an enum where there was a constant': [{ const: 'x' }, { enum: ['x', 'y'] }],
  'any text where there was an enum': [{ ...text, enum: ['x'] }, text],
  'wider bounds': [
    { ...text, minLength: 2, maxLength: 5 },
    { ...text, minLength: 1, maxLength: 6 },
  ],
  'a bound dropped': [{ ...count, maximum: 5 }, count],
  'a pattern dropped': [{ ...text, pattern: '^a' }, text],
  'another spelling of the same format': [
    { ...text, format: 'date', pattern: '^a' },
    { ...text, format: 'date', pattern: '^b' },
  ],
  'any number where it was whole': [count, { type: 'number' }],
  'a new union member': [text, { anyOf: [count, text] }],
  'union members in another order': [{ anyOf: [text, count] }, { anyOf: [count, text] }],
  'another description': [
    { ...text, description: 'one' },
    { ...text, description: 'two', title: 'Two' },
  ],
  'opened additional properties': [object({}, { additionalProperties: false }), object({})],
}

describe('event contracts may grow', () => {
  for (const [name, [before, after]] of Object.entries(allowed)) {
    it(`allows ${name}`, () => assert.deepEqual(between(before, after), []))
  }

  it('allows a new event type', () => {
    const none = { channels: {}, components: { messages: {}, schemas: {} } }
    assert.deepEqual(incompatibilities(none, documentOf(text)), [])
  })

  it('finds nothing between the real contracts and themselves', () => {
    const real = JSON.parse(JSON.stringify(asyncapi()))
    assert.deepEqual(incompatibilities(real, structuredClone(real)), [])
  })
})

describe('event contracts may do nothing but grow', () => {
  for (const [name, [before, after, expected]] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      const found = between(before, after)
      assert.ok(
        found.some((line) => expected.test(line)),
        `found ${JSON.stringify(found)}`,
      )
    })
  }

  it('refuses to lose an event type, and says what to do', () => {
    const none = { channels: {}, components: { messages: {}, schemas: {} } }
    assert.deepEqual(incompatibilities(documentOf(text), none), [
      {
        eventType: type,
        path: '$',
        problem: 'event type removed',
        remedy: `keep ${type} as it was: the log holds such events`,
      },
    ])
  })

  it('refuses to move an event type to another topic', () => {
    const moved = { ...documentOf(text), channels: { 'techbridge.pots': { messages: { [type]: {} } } } }
    assert.match(incompatibilities(documentOf(text), moved)[0]?.problem ?? '', /^moved from techbridge\.kettles to/)
  })

  it('names the next version as the way out', () => {
    const [found] = incompatibilities(documentOf(text), documentOf(count))
    assert.match(found?.remedy ?? '', /new version techbridge\.kettle\.boiled\.v2 with an upcaster/)
  })

  it('looks behind references, wherever they point now', () => {
    const before = documentOf({ $ref: '#/components/schemas/Pot' }, { Pot: object({ b: text, c: text }) })
    const after = documentOf({ allOf: [{ $ref: '#/components/schemas/Kettle' }] }, { Kettle: object({ b: text }) })
    assert.deepEqual(
      incompatibilities(before, after).map(({ path }) => path),
      ['$.data.c'],
    )
  })
})

describe('superseded event types', () => {
  it('stay in the document, which names what each is read as', () => {
    const current = JSON.parse(JSON.stringify(asyncapi())) as EventDocument
    const found = upcasts(current)
    assert.ok(found.some(([eventType]) => eventType === 'techbridge.offer.expiry-noticed.v1'))
    for (const [, readAs] of found) assert.ok(readAs in current.components.messages)
  })
})
