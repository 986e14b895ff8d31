import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { message, messageAt } from '@techbridge/contracts'
import fc from 'fast-check'
import { readJsonArray } from '../src/import/read/json-array.ts'
import { readNdjson } from '../src/import/read/ndjson.ts'
import { chunks, collect } from './async.ts'

const read = (text: string, size?: number) => collect(readNdjson(chunks(text, size)))

describe('NDJSON', () => {
  test('numbers rows by line, passes over blank ones and refuses what is not JSON', async () => {
    assert.deepEqual(await read('{"a":1}\n\n{"a":\r\n  \n[2]\r\n"last"'), [
      { row: 1, value: { a: 1 } },
      { row: 3, errors: [messageAt('row', message('json.malformed'))] },
      { row: 5, value: [2] },
      { row: 6, value: 'last' },
    ])
  })

  test('refuses a line that is too long, and goes on', async () => {
    const rows = await read(`"${'x'.repeat(8 * 1024 * 1024)}"\n1\n`, 100_000)
    assert.deepEqual(rows, [
      { row: 1, errors: [messageAt('row', message('import.record-too-long', { mebibytes: 8 }))] },
      { row: 2, value: 1 },
    ])
  })

  test('refuses what parsing would pass over in silence, in an array too', async () => {
    const records = ['{"key":"a","content":{"trl":7,"\\u0074rl":8}}', '{"key":"b"}', '{"key":"c","claim":1e-400}']
    const expected = [
      { row: 1, errors: [messageAt('row.content.trl', message('field.given-twice'))] },
      { row: 2, value: { key: 'b' } },
      { row: 3, errors: [messageAt('row.claim', message('json.small-number'))] },
    ]
    assert.deepEqual(await read(records.join('\n')), expected)
    assert.deepEqual(await collect(readJsonArray(chunks(`[${records}]`))), expected)
  })

  test('reads what was written, however the file is cut', async () => {
    const lines = fc.array(fc.oneof(fc.jsonValue(), fc.constant('\u2028 and \u2029')))
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 50 }), async (values, size) => {
        const json = values.map((value) => JSON.stringify(value))
        const rows = await read(json.join('\n'), size)
        assert.deepEqual(
          rows.map(({ value }) => JSON.stringify(value)),
          json,
        )
      }),
    )
  })
})
