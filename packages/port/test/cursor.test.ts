import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BadCursor, formatCursor, parseCursor } from '../src/index.ts'

const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }))

test('a cursor leads back to its place, in its own order only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), value, fc.string(), (order, other, value, id) => {
      const place = { value: value === 0 ? 0 : value, id }
      const cursor = formatCursor(order, place)
      assert.match(cursor, /^[\w-]+$/)
      assert.deepEqual(parseCursor(cursor, order), place)
      if (other !== order) assert.throws(() => parseCursor(cursor, other), BadCursor)
    }),
  )
})

test('anything else is refused', () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const malformed = [null, {}, [], ['order', 1], ['order', null, 'id'], ['order', 1, 2], ['order', 1, 'id', 'more']]
  for (const cursor of ['', '!', 'not a cursor', ...malformed.map(encoded)])
    assert.throws(() => parseCursor(cursor, 'order'), BadCursor, cursor)
  fc.assert(fc.property(fc.string(), (cursor) => assert.throws(() => parseCursor(cursor, 'order'), BadCursor)))
})
