import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { HttpProblem } from '../src/http/problem.ts'
import { checkLines } from '../src/http/validate.ts'

let parsed = 0
const schema = z.unknown().transform((line) => {
  parsed += 1
  return line
})
const lines = (text: string, maxLines = 3) => checkLines(schema, text, maxLines)

const assertRefused = (text: string) => {
  parsed = 0
  assert.throws(
    () => lines(text),
    (error) => {
      assert.ok(error instanceof HttpProblem, String(error))
      assert.equal(error.status, 422)
      assert.deepEqual(
        error.problem.errors?.map(({ path }) => path),
        ['body'],
      )
      return true
    },
  )
  assert.equal(parsed, 0)
}

describe('lines of JSON', () => {
  test('are numbered as they stand in the body, blank ones included', () => {
    assert.deepEqual(lines('1\n\r\n  \n 2 \r\n\n3'), [
      { line: 1, value: 1 },
      { line: 4, value: 2 },
      { line: 6, value: 3 },
    ])
    assert.deepEqual(lines('\n\n7\n'), [{ line: 3, value: 7 }])
  })

  test('are refused by themselves when they are not JSON', () => {
    const [good, bad] = lines('{}\nno')
    assert.deepEqual([good?.value, bad?.errors], [{}, [{ path: 'row', message: 'is not JSON' }]])
  })

  test('may be as many as the endpoint takes', () => {
    assert.equal(lines('1\n2\n\n3\n').length, 3)
    assertRefused('1\n2\n\n3\n4')
  })

  test('are refused together, and none is parsed, when there are none or far too many', () => {
    assertRefused('')
    assertRefused(' \n\t\r\n')
    assertRefused('1\n'.repeat(4_000_000))
    assertRefused('\n'.repeat(8_000_000))
  })
})
