import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bodyLimits, message, messageAt } from '@techbridge/contracts'
import { z } from 'zod'
import { HttpProblem } from '../src/problem.ts'
import { checkLines } from '../src/validate.ts'

let parsed = 0
const schema = z.unknown().transform((line) => {
  parsed += 1
  return line
})
const lines = (text: string, maxLines = 3) => checkLines(schema, text, maxLines)

const assertRefused = async (text: string) => {
  parsed = 0
  await assert.rejects(lines(text), (error) => {
    assert.ok(error instanceof HttpProblem, String(error))
    assert.equal(error.status, 422)
    assert.deepEqual(
      error.problem.errors?.map(({ path }) => path),
      ['body'],
    )
    return true
  })
  assert.equal(parsed, 0)
}

describe('lines of JSON', () => {
  test('are numbered as they stand in the body, blank ones included', async () => {
    assert.deepEqual(await lines('1\n\r\n  \n 2 \r\n\n3'), [
      { line: 1, value: 1 },
      { line: 4, value: 2 },
      { line: 6, value: 3 },
    ])
    assert.deepEqual(await lines('\n\n7\n'), [{ line: 3, value: 7 }])
  })

  test('are refused by themselves when they are not JSON', async () => {
    const [good, bad] = await lines('{}\nno')
    assert.deepEqual([good?.value, bad?.errors], [{}, [messageAt('row', message('json.malformed'))]])
  })

  test('may be as many as the endpoint takes', async () => {
    assert.equal((await lines('1\n2\n\n3\n')).length, 3)
    await assertRefused('1\n2\n\n3\n4')
  })

  test('are refused together, and none is parsed, when there are none or far too many', async () => {
    await assertRefused('')
    await assertRefused(' \n\t\r\n')
    await assertRefused('1\n'.repeat(4_000_000))
    await assertRefused('\n'.repeat(8_000_000))
  })

  test('of which one is longer than a document may be are refused by themselves', async () => {
    const [long, short] = await lines(`"${'é'.repeat(bodyLimits.json / 2)}"\n1`)
    assert.deepEqual(long?.errors, [messageAt('row', message('field.bytes', { most: bodyLimits.json }))])
    assert.equal(short?.value, 1)
  })

  test('give others their turn after each line', async () => {
    let turns = 0
    const yieldTurn = async () => {
      turns += 1
      assert.ok(parsed <= turns, 'a second line before a turn')
    }
    parsed = 0
    await checkLines(schema, '1\n2\nno\n4', 4, yieldTurn)
    assert.deepEqual([parsed, turns], [3, 4])
  })

  test('tell at most ten errors each, and that there are more', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 150 }, (_, place) => [`a${place}`, place]))
    const [checked] = await checkLines(z.record(z.string(), z.string()), JSON.stringify(wrong), 1)
    assert.equal(checked?.errors?.length, 11)
    assert.deepEqual(checked?.errors?.at(-1), messageAt('row', message('field.more')))
  })
})
