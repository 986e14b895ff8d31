import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { startService } from '@techbridge/testkit'
import fc from 'fast-check'
import { services } from '../src/services.ts'
import {
  allowedRoles,
  assertRefused,
  endpoints,
  goodBody,
  pathOf,
  placesIn,
  sender,
  withJsonBody,
  withLines,
} from './requests.ts'

const running = await startService(services)
after(running.close)
const send = sender(running)

const anything = fc.anything({ withNullPrototype: false, maxDepth: 3 }).map((value) => {
  const text = JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one))
  return text ?? 'null'
})

const isNoFault = async (answer: Response, body: string) => {
  if (answer.ok) return void (await answer.arrayBuffer())
  assert.ok(answer.status < 500, `${answer.status} for ${body}`)
  await assertRefused(answer, answer.status, body)
}

describe('no body makes a fault', () => {
  for (const named of withJsonBody) {
    const places = placesIn(goodBody(named))
    const mutated = fc
      .tuple(fc.constantFrom(...places), anything)
      .map(([{ replaced }, text]) => JSON.stringify(replaced(JSON.parse(text))) ?? 'null')

    test(named.name, async () => {
      const property = fc.asyncProperty(fc.oneof(anything, mutated, fc.string({ unit: 'binary' })), async (body) =>
        isNoFault(await send(named, { body }), body),
      )
      await fc.assert(property, { numRuns: 60 })
    })
  }

  for (const named of withLines) {
    test(named.name, async () => {
      const line = fc.oneof(anything, fc.string({ unit: 'binary' }))
      const property = fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const body = lines.join('\n')
        await isNoFault(await send(named, { body }), body)
      })
      await fc.assert(property, { numRuns: 40 })
    })
  }
})

test('no query makes a fault', async () => {
  const asking = endpoints.filter(({ endpoint }) => endpoint.query && endpoint.responseFormat !== 'eventStream')
  const property = fc.asyncProperty(
    fc
      .constantFrom(...asking)
      .chain((named) =>
        fc.tuple(
          fc.constant(named),
          fc.constantFrom(...Object.keys(named.endpoint.query.shape)),
          fc.string({ unit: 'binary' }),
        ),
      ),
    async ([named, field, value]) => {
      const path = `${pathOf(named.endpoint)}?${field}=${encodeURIComponent(value.toWellFormed())}`
      await isNoFault(await send(named, { path, who: allowedRoles(named.endpoint.access).at(-1)! }), path)
    },
  )
  await fc.assert(property, { numRuns: 400 })
})
