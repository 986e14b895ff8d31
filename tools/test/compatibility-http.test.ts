import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { breaks, type HttpDocument } from '../compatibility/http.ts'
import type { Schema } from '../compatibility/schema.ts'
import { openapi } from '../docs/openapi.ts'

const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const text: Schema = { type: 'string' }

type Operation = HttpDocument['paths'][string][string]

const kettle: Operation = {
  parameters: [
    { name: 'sort', in: 'query', schema: { enum: ['size', 'price'] } },
    { name: 'If-Match', in: 'header', schema: text },
  ],
  requestBody: { required: true, ...json(object({ size: { type: 'integer', maximum: 9 }, note: text }, ['size'])) },
  responses: {
    200: json(object({ id: text, state: { enum: ['cold', 'hot'] }, note: text }, ['id', 'state'])),
    404: {},
  },
}

const documentOf = (operation?: Operation): HttpDocument => ({
  paths: { '/v1/kettles': operation ? { post: operation } : {} },
  components: { schemas: {}, parameters: { Filter: { name: 'filter', in: 'query', required: true, schema: text } } },
})

const between = (before: Operation, after?: Operation) =>
  breaks(documentOf(before), documentOf(after)).map(({ operation, path, problem }) => `${operation} ${path} ${problem}`)

const [sort, ifMatch] = kettle.parameters!
const requests = (schema: Schema): Operation => ({ ...kettle, requestBody: { required: true, ...json(schema) } })
const responds = (schema: Schema): Operation => ({ ...kettle, responses: { 200: json(schema) } })
const sizes = { size: { type: 'integer', maximum: 9 }, note: text }
const states = { id: text, state: { enum: ['cold', 'hot'] }, note: text }

const refused: Record<string, [after: Operation | undefined, expected: RegExp]> = {
  'a removed operation': [undefined, /^POST \/v1\/kettles \$ operation removed$/],
  'a removed query parameter': [{ ...kettle, parameters: [ifMatch!] }, /query\.sort parameter removed/],
  'a narrowed query parameter': [
    { ...kettle, parameters: [{ ...sort!, schema: { enum: ['size'] } }, ifMatch!] },
    /query\.sort value removed: "price"/,
  ],
  'a parameter that is required now': [
    { ...kettle, parameters: [sort!, { ...ifMatch!, required: true }] },
    /header\.if-match parameter newly required/,
  ],
  'a new parameter that is required': [
    { ...kettle, parameters: [sort!, ifMatch!, { $ref: '#/components/parameters/Filter' } as never] },
    /query\.filter new parameter that is required/,
  ],
  'a removed field of a request': [requests(object({ size: sizes.size })), /request\.note property removed/],
  'a field of a request that is required now': [requests(object(sizes)), /request\.note newly required/],
  'a lower bound of a request': [
    requests(object({ ...sizes, size: { type: 'integer', maximum: 8 } }, ['size'])),
    /request\.size maximum tightened/,
  ],
  'a body where there was none': [kettle, /request body newly required/],
  'a body that is gone': [{ ...kettle, requestBody: undefined }, /request body removed/],
  'a removed field of a response': [
    responds(object({ id: text, state: states.state })),
    /response 200\.note property removed/,
  ],
  'a field of a response that may be absent now': [responds(object(states, ['id'])), /state no longer required/],
  'a value that a response gives no more': [
    responds(object({ ...states, state: { enum: ['cold'] } }, ['id', 'state'])),
    /response 200\.state value removed: "hot"/,
  ],
  'another type in a response': [
    responds(object({ ...states, id: { type: ['string', 'null'] } }, ['id', 'state'])),
    /response 200\.id type changed: readers of string may get null/,
  ],
  'another status': [{ ...kettle, responses: { 202: kettle.responses[200]! } }, /response 200 status removed/],
}

const allowed: Record<string, Operation> = {
  'the same': kettle,
  'a new optional parameter': {
    ...kettle,
    parameters: [...kettle.parameters!, { name: 'q', in: 'query', schema: text }],
  },
  'a header that is read no more': { ...kettle, parameters: [sort!] },
  'a request with a new optional field': requests(object({ ...sizes, lid: text }, ['size'])),
  'a request that asks for less': requests(object(sizes, [])),
  'a request with a wider bound': requests(object({ ...sizes, size: { type: 'integer', maximum: 10 } }, ['size'])),
  'a response with a new field': responds(object({ ...states, lid: text }, ['id', 'state', 'lid'])),
  'a response that promises a field': responds(object(states)),
  'a response with a new value': responds(
    object({ ...states, state: { enum: ['cold', 'hot', 'warm'] } }, ['id', 'state']),
  ),
  'other problems': { ...kettle, responses: { 200: kettle.responses[200]!, 409: {} } },
}

describe('the HTTP API may not change by', () => {
  for (const [what, [after, expected]] of Object.entries(refused))
    it(what, () => {
      const before = what === 'a body where there was none' ? { ...kettle, requestBody: undefined } : kettle
      const found = between(before, after)
      assert.equal(found.length, 1, found.join('\n'))
      assert.match(found[0]!, expected)
    })
})

describe('the HTTP API may grow by', () => {
  for (const [what, after] of Object.entries(allowed)) it(what, () => assert.deepEqual(between(kettle, after), []))

  it('whatever leaves it as it is: the whole document compared with itself', () => {
    const document = JSON.parse(JSON.stringify(openapi()))
    assert.deepEqual(breaks(document, document), [])
  })
})
