import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KafkaMessage } from 'kafkajs'
import { BadPosition } from '../src/bus.ts'
import { eventually, gate, offer, Recorder } from '../src/conformance/harness.ts'
import { Commits, type Mark } from '../src/kafka/commits.ts'
import { DeadLetterIndex, parseEntry } from '../src/kafka/dead-letter-index.ts'
import { PartitionWork } from '../src/kafka/partition-work.ts'
import { decodePosition, encodePosition } from '../src/kafka/position.ts'
import { letter } from './letter.ts'

test('a position comes back as it was, and nothing else is one', () => {
  const offsets = new Map([
    ['techbridge.offers', [0, 7, 2 ** 40]],
    ['techbridge.needs', [3]],
  ] as const)
  assert.deepEqual(decodePosition(encodePosition(offsets as never)), offsets)
  for (const decoded of ['7', 'null', '{"a":1}', '{"a":[-1]}', '{"a":[1.5]}', '{"a":["1"]}', '{"a":[1']) {
    assert.throws(() => decodePosition(Buffer.from(decoded).toString('base64url')), BadPosition, decoded)
  }
})

test('dead letters stand newest first, once each, and the oldest are let go', () => {
  const index = new DeadLetterIndex(2)
  for (const [offset, [id, at]] of [
    ['first', '1'],
    ['second', '2'],
    ['third', '2'],
    ['second', '9'],
  ].entries()) {
    index.add(letter(id!, at!), offset)
  }
  index.add({ id: 'third', replayedAt: '3' }, 4)
  index.add({ id: 'unknown', replayedAt: '3' }, 5)
  const found = index.newestFirst().map(({ id, at, replayedAt }) => [id, at, replayedAt])
  assert.deepEqual(found, [
    ['third', '2', '3'],
    ['second', '2', undefined],
  ])
  assert.equal(index.get('first'), undefined)
})

test('of dead letters that are large only the newest are kept', () => {
  const index = new DeadLetterIndex(100, 60)
  for (let offset = 1; offset <= 20; offset++) {
    index.add({ ...letter(`letter-${offset}`, String(offset + 10)), body: 'x'.repeat(offset === 20 ? 30 : 4) }, offset)
  }
  const found = index.newestFirst().map(({ id }) => id)
  assert.deepEqual(found, ['letter-20', 'letter-19', 'letter-18'])
})

test('what is no entry of a dead letter topic is seen as such', () => {
  const sound = letter('1', '2')
  const mark = { id: '1', replayedAt: '3' }
  for (const entry of [sound, mark]) assert.deepEqual(parseEntry(JSON.stringify(entry)), entry)
  const damaged = [
    ...['', '{"id', '7', 'null', '[]', '{}', '{"id":"1"}', '{"replayedAt":"3"}'],
    ...Object.keys(sound).map((name) => JSON.stringify({ ...sound, [name]: undefined })),
    ...Object.keys(sound).map((name) => JSON.stringify({ ...sound, [name]: {} })),
    JSON.stringify({ ...sound, group: 'toString' }),
    JSON.stringify({ ...sound, topic: 'techbridge.nothing' }),
  ]
  for (const record of damaged) assert.equal(parseEntry(record), undefined, record)
})

test('every mark is committed, whenever it comes, also after a failure', async () => {
  const committed: Mark[] = []
  let calls = 0
  const commits: Commits = new Commits(
    async (marks) => {
      if (++calls === 2) throw new Error('away')
      committed.push(...marks)
      const { next } = marks[0]!
      if (next < 12) void markAfter(next, next + 1)
    },
    () => undefined,
    new AbortController().signal,
  )
  // Marks that come so many turns after a commit meet each moment of the end of its work.
  const markAfter = async (turns: number, next: number) => {
    for (let turn = 0; turn < turns; turn++) await undefined
    commits.mark({ topic: 'offers', partition: 0, next })
  }
  await markAfter(0, 1)
  await eventually('the last is committed', () => committed.at(-1)?.next === 12)
})

test('a partition with much waiting is not fetched until most of it is handled', async () => {
  const release = gate()
  const recorder = new Recorder(() => release.opened)
  let paused = 0
  let resumed = 0
  const pause = () => {
    paused++
    return () => void resumed++
  }
  const handled: number[] = []
  const work = new PartitionWork({
    handler: recorder.handler,
    retry: undefined,
    handled: (next) => handled.push(next),
    deadLetter: async () => true,
    signal: new AbortController().signal,
  })
  const messages = [1, 2, 3].map((sequence) => {
    const value = Buffer.from(JSON.stringify(offer('offer_1', sequence, 'x'.repeat(800_000))))
    return { offset: String(sequence), value } as KafkaMessage
  })
  work.add(messages.slice(0, 2), pause)
  assert.equal(paused, 0)
  work.add(messages.slice(2), pause)
  assert.deepEqual([paused, resumed], [1, 0])
  release.open()
  await work.running
  assert.deepEqual(handled, [2, 3, 4])
  assert.deepEqual([paused, resumed], [1, 1])
})
