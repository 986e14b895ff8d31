import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createSeal, derivedId } from '../src/seal.ts'

const seal = createSeal('a secret that is long enough for tests')
const other = createSeal('another secret that is long enough too')

test('an id follows from kind, seed and secret', () => {
  assert.match(seal.id('offer', 'x'), /^offer_[0-9a-f]{24}$/)
  assert.equal(seal.id('offer', 'x'), seal.id('offer', 'x'))
  assert.notEqual(seal.id('offer', 'x'), seal.id('offer', 'y'))
  assert.notEqual(seal.id('offer', 'x').slice(6), seal.id('need', 'x').slice(5))
  assert.notEqual(seal.id('offer', 'x'), other.id('offer', 'x'))
})

test('a derived id follows from kind and seed alone', () => {
  assert.match(derivedId('match', 'a~b'), /^match_[0-9a-f]{24}$/)
  assert.equal(derivedId('match', 'a~b'), derivedId('match', 'a~b'))
  assert.notEqual(derivedId('match', 'a~b').slice(6), derivedId('case', 'a~b').slice(5))
})

test('a token opens to what was closed, and only here', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(text.isWellFormed() && text.length > 0)
      const token = seal.encrypt(text)
      assert.match(token, /^[\w-]+$/)
      assert.equal(seal.decrypt(token), text)
      assert.equal(other.decrypt(token), undefined)
      assert.notEqual(seal.encrypt(text), token)
    }),
  )
})

test('anything else opens to nothing', () => {
  const token = seal.encrypt('position')
  for (const forged of [
    '',
    'x',
    token.slice(1),
    `${token}AAAA`,
    token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
  ]) {
    if (forged !== token) assert.equal(seal.decrypt(forged), undefined, forged)
  }
  fc.assert(fc.property(fc.string(), (text) => seal.decrypt(text) === undefined))
})
