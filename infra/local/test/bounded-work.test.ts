import assert from 'node:assert/strict'
import { after, describe, mock, test } from 'node:test'
import { bodyLimits } from '@techbridge/contracts'
import { startService } from '@techbridge/testkit'
import { worstRequests } from '@techbridge/testkit/faults'
import { services } from '../src/services.ts'

/** Characters of an answer: a page of 1 MiB and one more record, or a report about every line. */
const maxAnswer = 2.5 * 1024 * 1024
const maxErrors = 51
const maxErrorsOfLine = 11

const running = await startService(services)
after(running.close)
const authorization = `Bearer ${await running.token('provider')}`

/** Characters that the server has `JSON.parse` read while it answers. */
const parsedDuring = async <T>(work: () => Promise<T>): Promise<{ answer: T; parsed: number }> => {
  const { parse } = JSON
  let parsed = 0
  const counting = mock.method(JSON, 'parse', (text: string, reviver?: Parameters<typeof parse>[1]) => {
    parsed += String(text).length
    return parse(text, reviver)
  })
  try {
    return { answer: await work(), parsed }
  } finally {
    counting.mock.restore()
  }
}

describe('the worst request of its kind costs bounded work', () => {
  for (const { what, method = 'POST', path, headers, body } of worstRequests) {
    test(what, async () => {
      // What an earlier request left to do is none of this one.
      await running.settle()
      const { answer, parsed } = await parsedDuring(async () => {
        const response = await fetch(running.url + path, {
          method,
          headers: { Authorization: authorization, ...headers },
          body,
        })
        return { status: response.status, text: await response.text() }
      })
      assert.ok(answer.text.length <= maxAnswer, `${answer.text.length} characters`)
      assert.ok(answer.status < 500, answer.text.slice(0, 300))
      const { errors = [], detail = '', rows = [] } = JSON.parse(answer.text)
      assert.ok(errors.length <= maxErrors && detail.length <= 6000 + path.length)
      assert.ok(rows.every((row: any) => (row.errors ?? []).length <= maxErrorsOfLine))
      const isCounted = errors.some(({ code }: any) => /^json\.(fields|items|depth|values|long-number)$/.test(code))
      if (answer.status >= 400)
        assert.ok(parsed <= (isCounted ? 10_000 : 1.1 * bodyLimits.json), `${parsed} characters parsed`)
    })
  }
})
