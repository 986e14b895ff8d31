import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { pino } from 'pino'
import { retryWhileUnavailable } from '../src/retry-while-unavailable.ts'

const log = pino({ level: 'silent' })

test('work that an engine cannot serve yet is done again until it can', async () => {
  let calls = 0
  const work = async () => {
    calls += 1
    if (calls < 3) throw new Unavailable('away')
    return 'done'
  }
  assert.equal(await retryWhileUnavailable(work, log), 'done')
  assert.equal(calls, 3)
})

test('a mistake is not repeated', async () => {
  let calls = 0
  const work = async () => {
    calls += 1
    throw new Error('the index has another shape')
  }
  await assert.rejects(retryWhileUnavailable(work, log), /another shape/)
  assert.equal(calls, 1)
})

test('the waiting ends when it need not go on, also while an engine does not answer at all', async () => {
  for (const work of [() => Promise.reject(new Unavailable('away')), () => new Promise<never>(() => {})]) {
    const starting = new AbortController()
    const waiting = retryWhileUnavailable(work, log, starting.signal)
    starting.abort(new Error('not any more'))
    await assert.rejects(waiting, (error: Error) => /not any more|aborted/.test(error.message))
  }
})
