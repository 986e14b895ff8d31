import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inspectJson, jsonLimits, message, messageAt } from '../src/index.ts'

const errorsOf = (text: string) => inspectJson(text, 'body')
const pathsOf = (text: string) => errorsOf(text).map(({ path }) => path)
const fields = (count: number, value = '0') =>
  `{${Array.from({ length: count }, (_, place) => `"f${place}":${value}`).join(',')}}`
const items = (count: number, value = '0') => `[${Array(count).fill(value).join(',')}]`
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('a JSON text is taken', () => {
  test('when it is of ordinary size, whatever its texts hold', () => {
    for (const text of [
      'null',
      '"{[,:\\"]}"',
      '{"a":{"a":1},"b":[{"a":1},{"a":1}]}',
      '{"a":"\\\\","b":"\\\\\\""}',
      ' [ 1 , -2.5e-3 ] ',
    ])
      assert.deepEqual(errorsOf(text), [], text)
  })

  test('up to its limits', () => {
    assert.deepEqual(errorsOf(nested(jsonLimits.depth)), [])
    assert.deepEqual(errorsOf(fields(jsonLimits.members)), [])
    assert.deepEqual(errorsOf(items(jsonLimits.members)), [])
    assert.deepEqual(errorsOf(`[${items(199)},${items(199)}]`), [])
  })
})

describe('a JSON text is refused before it is parsed', () => {
  test('when it is too deep', () => {
    assert.deepEqual(errorsOf(`{"a":{"b":${nested(jsonLimits.depth - 1)}}}`), [
      messageAt(`body.a.b${'.0'.repeat(jsonLimits.depth - 2)}`, message('json.depth', { most: 16 })),
    ])
  })

  test('when an object or a list holds too much', () => {
    assert.deepEqual(errorsOf(`{"texts":${fields(jsonLimits.members + 1)}}`), [
      messageAt('body.texts', message('json.fields', { most: 200 })),
    ])
    assert.deepEqual(errorsOf(`{"ipc":[${items(jsonLimits.members + 1)}]}`), [
      messageAt('body.ipc.0', message('json.items', { most: 200 })),
    ])
  })

  test('when it holds too many values in all', () => {
    assert.deepEqual(errorsOf(items(20, items(199))), [messageAt('body', message('json.values', { most: 2000 }))])
  })

  test('when an object names a field twice, in whatever spelling', () => {
    assert.deepEqual(pathsOf('{"a":1,"a":1}'), ['body.a'])
    assert.deepEqual(pathsOf('{"a":1,"\\u0061":2}'), ['body.a'])
    assert.deepEqual(pathsOf('{"x":[0,{"__proto__":1,"__pro\\u0074o__":2}]}'), ['body.x.1.__proto__'])
    assert.deepEqual(pathsOf('{"\\/":1,"/":2,"\\"":3,"\\u0022":4}'), ['body./', 'body."'])
  })

  test('when a number is none that is kept as it stands', () => {
    for (const number of [
      '9007199254740993',
      '-9007199254740992',
      '1e400',
      '-1e400',
      '1E+16',
      `1${'0'.repeat(300)}`,
      '1e-400',
      `0.${'0'.repeat(500)}1`,
    ])
      assert.deepEqual(pathsOf(`{"price":[0,${number}]}`), ['body.price.1'], number)
    for (const number of ['9007199254740991', '-9007199254740991', '-0', '0e999', '0.1', '1e2', '5e-324'])
      assert.deepEqual(errorsOf(`{"price":${number}}`), [], number)
  })

  test('at most fifty times', () => {
    assert.equal(errorsOf(items(150, '1e400')).length, jsonLimits.errors)
  })
})

test('what JSON writes is judged by what it holds', () => {
  const property = fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (value, space) => {
    const text = JSON.stringify(value, undefined, space)
    const numbers = (one: unknown): number[] =>
      typeof one === 'number'
        ? [one]
        : typeof one === 'object' && one !== null
          ? Object.values(one).flatMap(numbers)
          : []
    const isKept = numbers(value).every((one) => Math.abs(one) <= Number.MAX_SAFE_INTEGER)
    assert.equal(errorsOf(text).length === 0, isKept)
  })
  fc.assert(property)
})

test('every text is read once, however it is broken', () => {
  const property = fc.property(fc.string({ unit: 'binary' }), (text) => void errorsOf(text))
  fc.assert(property)
  const unit = 1024 * 1024
  for (const text of ['[', '{', '"', '\\', '"\\', '{"a":', '"a",', '-', '9', ',', '{"":', '\u0000', '["\\u0000",'])
    assert.ok(errorsOf(text.repeat(unit / text.length)).length <= jsonLimits.errors)
})
