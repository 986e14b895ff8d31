import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pack, unpack } from '../src/index.ts'

test('what is packed is unpacked as it was, short or long', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.string({ unit: 'grapheme' }), { minLength: 100 }).map((parts) => parts.join('ข้าว')),
  )
  fc.assert(fc.property(text, (given) => unpack(pack(given)) === given))
})

test('a long text takes much less room, and a short one stays as it is', () => {
  const long = JSON.stringify(Array.from({ length: 50 }, (_, n) => ({ title: `rice mill ${n}` })))
  assert.ok(pack(long).length < long.length / 3)
  assert.equal(pack('rice'), 'rice')
})
