import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  caseEvents,
  message,
  needContent as needContract,
  offerContent as offerContract,
  organisation,
} from '@techbridge/contracts'
import { type Command, type Decider, DomainError, type DomainEvent } from '@techbridge/domain'
import {
  actors,
  assertProblem,
  fakeClock,
  given,
  happened,
  messagesOf,
  needContent,
  offerContent,
  organisations,
  take,
  unrelatedOffers,
} from '../src/index.ts'

const { terminated, activated } = caseEvents
type Door = { closed: boolean }
const doors: Decider<Door, Command & { type: 'close' }, DomainEvent> = {
  decide: (door) => {
    if (door?.closed) throw new DomainError('conflict', message('exists', { what: 'door' }), { allowed: ['open'] })
    return [{ type: activated.type, data: { id: 'x' } }]
  },
  evolve: (_, { type }) => ({ closed: type === activated.type }),
}
const at = '2026-11-24T08:00:00.000Z'
const close = { type: 'close' as const, at, by: actors.officer }
const closed = happened(activated, {} as never, at)

describe('given, when, then', () => {
  test('fails when something else happens', () => {
    assert.throws(() => given(doors).when(close).thenHappens(terminated))
    assert.throws(() => given(doors).when(close).thenHappens(activated, activated))
    assert.throws(() => given(doors).when(close).thenNothingHappens())
    assert.throws(() => given(doors).when(close).thenIsRefused({ kind: 'conflict' }))
  })

  test('fails when what happens breaks its contract', () => {
    assert.throws(() => given(doors).when(close).thenHappens(activated), { name: 'ZodError' })
  })

  test('fails when it is refused otherwise', () => {
    const when = given(doors, closed).when(close)
    when.thenIsRefused({ kind: 'conflict', code: 'exists', allowed: ['open'] })
    assert.throws(() => when.thenIsRefused({ kind: 'forbidden' }))
    assert.throws(() => when.thenIsRefused({ kind: 'conflict', code: 'other' }))
    assert.throws(() => when.thenIsRefused({ kind: 'conflict', allowed: [] }))
    assert.throws(() => when.thenHappens(activated), DomainError)
  })
})

test('fixtures are what their contracts take', () => {
  for (const content of [offerContent(), ...unrelatedOffers()]) offerContract.parse(content)
  needContract.parse(needContent({ anonymous: true }))
  for (const one of Object.values(organisations)) organisation.parse(one)
  assert.throws(() => offerContent({ trl: 10 }))
})

test('the clock stands still until it is told to go on', () => {
  const clock = fakeClock(at)
  assert.equal(clock.now().toISOString(), at)
  clock.advance({ days: 1, hours: 2, seconds: 3 })
  assert.equal(clock.now().toISOString(), '2026-11-25T10:00:03.000Z')
})

test('a stream is read message by message, however it is cut', async () => {
  const text = ': hello\nid: 1\n\n: quiet\n\nid: 2\nevent: x\ndata: {"id":"水"}\n\nid: 3\n\n'
  const bytes = new TextEncoder().encode(text)
  for (const size of [1, 7, 1000]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.slice(n * size, (n + 1) * size),
    )
    const messages = []
    for await (const message of messagesOf(new Response(ReadableStream.from(chunks)))) messages.push(message)
    assert.deepEqual(messages, [{ id: '1' }, { id: '2', event: { id: '水' } }, { id: '3' }])
  }
  assert.equal((await take(new Response(text), 1))[0]?.id, '2')
})

test('a problem is checked for its form', () => {
  const body = { type: 'urn:techbridge:problem:x', title: 'T', status: 409, detail: 'D', code: 'x.y' }
  const answer = { status: 409, headers: { 'content-type': 'application/problem+json' }, body }
  assertProblem(answer, 409, 'x')
  assert.throws(() => assertProblem(answer, 409, 'y'))
  assert.throws(() => assertProblem(answer, 404, 'x'))
  assert.throws(() => assertProblem({ ...answer, body: { ...body, code: undefined } }, 409, 'x'))
  assert.throws(() => assertProblem({ ...answer, body: { ...body, detail: '' } }, 409, 'x'))
  assert.throws(() => assertProblem({ ...answer, headers: { 'content-type': 'text/html' } }, 409, 'x'))
})
