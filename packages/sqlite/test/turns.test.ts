import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { pace, turn } from '../src/turns.ts'

/** Keeps the event loop busy. */
const work = (ms: number) => {
  const end = performance.now() + ms
  while (performance.now() < end);
}

/** Rounds of the event loop while `job` runs. */
const roundsDuring = async (job: Promise<unknown>) => {
  let [rounds, running] = [0, true]
  const done = job.finally(() => {
    running = false
  })
  while (running) {
    await setImmediate()
    rounds += 1
  }
  await done
  return rounds
}

const each = async (count: number, before: () => Promise<void>, ms: number) => {
  for (let item = 0; item < count; item++) {
    await before()
    work(ms)
  }
}

test('loops that pace themselves let the event loop go round, also when they are many', async () => {
  const loops = Array.from({ length: 10 }, () => each(20, pace, 1))
  assert.ok((await roundsDuring(Promise.all(loops))) >= 10)
})

test('quick work that paces itself is not cut into single items', async () => {
  assert.ok((await roundsDuring(each(1000, pace, 0))) < 500)
})

test('of those that pace themselves one begins a slice in each round, in the order in which they came', async () => {
  const order: string[] = []
  const job = async (name: string) => {
    for (let piece = 1; piece <= 3; piece++) {
      await pace()
      order.push(`${name}${piece}`)
      work(6)
    }
  }
  const rounds = await roundsDuring(Promise.all(['a', 'b', 'c'].map(job)))
  assert.deepEqual(order, ['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3'])
  assert.ok(rounds >= 6)
})

test('of those that wait for a turn one has it in each round, in the order in which they came', async () => {
  const order: string[] = []
  const job = async (name: string) => {
    for (let piece = 1; piece <= 3; piece++) {
      await turn()
      order.push(`${name}${piece}`)
    }
  }
  const rounds = await roundsDuring(Promise.all(['a', 'b', 'c'].map(job)))
  assert.deepEqual(order, ['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3'])
  assert.ok(rounds >= 9)
})
