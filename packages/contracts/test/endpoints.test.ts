import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { type Api, apis, type Endpoint } from '../src/index.ts'

const endpoints: [string, Endpoint][] = Object.entries<Api>(apis).flatMap(([context, api]) =>
  Object.entries(api).map(([name, endpoint]): [string, Endpoint] => [`${context}.${name}`, endpoint]),
)

const namesIn = (schema: z.ZodType | undefined) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])
const route = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`

/** Whether a request for the one path may reach the other: `{id}` takes any segment. */
const overlap = (one: string, other: string) => {
  const [left, right] = [one.split('/'), other.split('/')]
  return (
    left.length === right.length && left.every((part, n) => part === right[n] || [part, right[n]].some(isParameter))
  )
}
const isParameter = (part: string | undefined) => part?.startsWith('{') ?? false

describe('the route table', () => {
  for (const [name, { path, params, query }] of endpoints) {
    it(`${name} names in its schemas exactly the parameters of its path`, () => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
      assert.deepEqual(namesIn(params).toSorted(), inPath.toSorted())
      assert.ok(query === undefined || query instanceof z.ZodObject)
    })
  }

  it('has each method and path once', () => {
    const routes = endpoints.map(([, endpoint]) => route(endpoint))
    assert.deepEqual(
      routes.filter((one, n) => routes.indexOf(one) !== n),
      [],
    )
  })

  it('keeps fixed paths before those with a parameter that would take them, within a method', () => {
    const shadowed = endpoints.filter(([, later], n) =>
      endpoints.slice(0, n).some(([, earlier]) => earlier.method === later.method && overlap(earlier.path, later.path)),
    )
    assert.deepEqual(
      shadowed.map(([name, { path }]) => [name, path]).filter(([, path]) => !isParameter(path?.split('/').at(-1))),
      [],
    )
  })

  it('asks for If-Match on every PUT, and never on a GET', () => {
    for (const [name, { method, requiresIfMatch, bodyFormat }] of endpoints) {
      // A part of an upload is kept or not, whatever else happens to the record.
      if (method === 'put' && bodyFormat !== 'octets')
        assert.ok(requiresIfMatch, `${name} changes a record whatever its version`)
      if (method === 'get') assert.ok(!requiresIfMatch, `${name} is a condition on nothing`)
    }
  })

  it('says of every body of lines how many it takes', () => {
    for (const [name, { bodyFormat, maxLines = 0 }] of endpoints) {
      assert.equal(maxLines > 0, bodyFormat === 'ndjson', name)
    }
  })

  it('says of every body of bytes how many it takes', () => {
    for (const [name, { bodyFormat, maxBytes = 0, body }] of endpoints) {
      assert.equal(maxBytes > 0, bodyFormat === 'octets', name)
      assert.ok(!(body && maxBytes), name)
    }
  })

  it('takes bodies in POST and PUT only', () => {
    assert.deepEqual(
      endpoints.filter(([, { method, body }]) => method === 'get' && body).map(([name]) => name),
      [],
    )
  })
})
