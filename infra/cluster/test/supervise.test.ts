import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { superviseEngine, type Watched } from '../src/supervise.ts'

const quick = { lookEveryMs: 1, firstPauseMs: 1, longestPauseMs: 4, silentLooks: 3 }

/** An engine that does what the test says, and what its supervisor tells of it. */
const supervised = (t: { after(work: () => Promise<unknown>): void }) => {
  const told: string[] = []
  const engine: Watched & { answers: boolean; starts: number; failures: number } = {
    kind: { title: 'Kafka' },
    log: '/data/kafka/log',
    pid: 1,
    wasStopped: false,
    answers: true,
    starts: 0,
    failures: 0,
    isReady: async () => engine.answers,
    start: async () => {
      engine.starts += 1
      if (engine.failures-- > 0) throw new Error('no disk')
      engine.pid = 2
    },
  }
  const ending = new AbortController()
  const supervision = superviseEngine(engine, (message) => told.push(message), ending.signal, quick)
  t.after(() => {
    ending.abort()
    return supervision
  })
  const hears = async (pattern: RegExp) => {
    const limit = AbortSignal.timeout(30_000)
    while (!told.some((message) => pattern.test(message))) {
      assert.ok(!limit.aborted, `${pattern} among ${told}`)
      await pause(1)
    }
  }
  return { engine, told, hears, ending, supervision }
}

test('an engine that ended by itself is started again, and that is told with its log', async (t) => {
  const { engine, told, hears } = supervised(t)
  engine.pid = undefined
  await hears(/serves again/)
  assert.deepEqual(told, ['Kafka has ended; it is started again. Its log: /data/kafka/log', 'Kafka serves again'])
  assert.equal(engine.starts, 1)
})

test('a start that fails is tried again until it succeeds', async (t) => {
  const { engine, told, hears } = supervised(t)
  engine.failures = 3
  engine.pid = undefined
  await hears(/serves again/)
  assert.equal(engine.starts, 4)
  assert.equal(told.filter((message) => /did not start; the next try is in .* no disk$/.test(message)).length, 3)
})

test('an engine that was taken down stays down, and is watched again once it runs', async (t) => {
  const { engine, hears } = supervised(t)
  engine.wasStopped = true
  engine.pid = undefined
  await hears(/was taken down/)
  assert.equal(engine.starts, 0)
  engine.pid = 3
  engine.wasStopped = false
  await pause(20)
  engine.pid = undefined
  await hears(/serves again/)
})

test('an engine that runs but does not answer is told once, and not started again', async (t) => {
  const { engine, told, hears } = supervised(t)
  engine.answers = false
  await hears(/does not answer/)
  engine.answers = true
  await hears(/answers again/)
  assert.equal(engine.starts, 0)
  assert.equal(told.length, 2)
})

test('nothing is started once supervision ended', async (t) => {
  const { engine, ending, supervision } = supervised(t)
  ending.abort()
  engine.pid = undefined
  await supervision
  assert.equal(engine.starts, 0)
})
