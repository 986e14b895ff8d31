import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type EventDocument, incompatibilities } from '../compatibility/events.ts'
import type { Schema } from '../compatibility/schema.ts'
import { asyncapi } from '../docs/asyncapi.ts'

const real = JSON.parse(JSON.stringify(asyncapi())) as EventDocument

/** Every object with properties inside a schema, itself included. */
const objectsIn = (schema: Schema): Schema[] => [
  ...(schema.properties ? [schema] : []),
  ...[
    ...Object.values(schema.properties ?? {}),
    schema.items,
    schema.additionalProperties,
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
  ].flatMap((part) => (part && typeof part === 'object' ? objectsIn(part) : [])),
]

const allObjects = ({ components }: EventDocument) =>
  [...Object.values(components.messages).map(({ payload }) => payload), ...Object.values(components.schemas)].flatMap(
    objectsIn,
  )

const anyObject = fc.nat({ max: allObjects(real).length - 1 })

const anySchema: fc.Arbitrary<Schema> = fc.oneof(
  fc.constantFrom<Schema>({ type: 'string', maxLength: 3 }, { type: 'integer' }, { enum: ['x'] }, {}),
  fc.record({ type: fc.constant('array'), items: fc.constant<Schema>({ type: 'boolean' }) }),
  fc.record({ anyOf: fc.constant<Schema[]>([{ type: 'null' }, { type: 'string' }]) }),
)

describe('random changes of the real contracts', () => {
  it('takes any new optional property, anywhere', () => {
    fc.assert(
      fc.property(anyObject, fc.stringMatching(/^new[A-Za-z]{0,5}$/), anySchema, (place, name, schema) => {
        const grown = structuredClone(real)
        const target = allObjects(grown)[place] as Schema
        target.properties = { ...target.properties, [name]: schema }
        assert.deepEqual(incompatibilities(real, grown), [])
      }),
      { numRuns: 60 },
    )
  })

  it('never takes the loss of a property, anywhere', () => {
    fc.assert(
      fc.property(anyObject, fc.nat(), (place, which) => {
        const shrunk = structuredClone(real)
        const target = allObjects(shrunk)[place] as Schema
        const names = Object.keys(target.properties ?? {})
        const lost = names[which % names.length] as string
        delete target.properties?.[lost]
        target.required = target.required?.filter((name) => name !== lost)
        const found = incompatibilities(real, shrunk)
        assert.ok(found.some(({ path, problem }) => problem === 'property removed' && path.endsWith(`.${lost}`)))
      }),
      { numRuns: 60 },
    )
  })
})
