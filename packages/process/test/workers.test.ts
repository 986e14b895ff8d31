import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { threadId } from 'node:worker_threads'
import { startWorkers } from '../src/workers/workers.ts'
import { ending, failing, thread } from './tasks.ts'

const start = (t: TestContext, count = 1) => {
  const told: unknown[] = []
  const workers = startWorkers(count, { error: (given: unknown) => void told.push(given) })
  t.after(() => workers.stop())
  return { ...workers, told }
}

test('a task is done in another thread, with a copy of what it takes and gives', async (t) => {
  const { offload } = start(t)
  const done = await offload(thread, { n: 5 })
  assert.equal(done.n, 5)
  assert.notEqual(done.thread, threadId)
})

test('tasks are shared among the workers', async (t) => {
  const { offload } = start(t, 2)
  const done = await Promise.all([1, 2, 3, 4].map((n) => offload(thread, { n })))
  assert.deepEqual([new Set(done.map((one) => one.thread)).size, done.map(({ n }) => n)], [2, [1, 2, 3, 4]])
})

test('a task that fails does so here, and its worker goes on', async (t) => {
  const { offload, told } = start(t)
  await assert.rejects(offload(failing, undefined), { name: 'TypeError', message: 'no' })
  assert.equal((await offload(thread, { n: 1 })).n, 1)
  assert.deepEqual(told, [])
})

test('a worker that ends is told of, and another does what it had left; over one task only so many end', async (t) => {
  const { offload, told } = start(t)
  const [ended, ...others] = await Promise.allSettled([
    offload(ending, undefined),
    ...[1, 2].map((n) => offload(thread, { n })),
  ])
  assert.equal(ended?.status, 'rejected')
  assert.deepEqual(
    others.map((one) => one.status === 'fulfilled' && 'n' in one.value && one.value.n),
    [1, 2],
  )
  assert.equal(told.length, 2)
})

test('what is under way when the workers are stopped fails, and so does what comes later', async (t) => {
  const { offload, stop } = start(t)
  const underWay = offload(thread, { n: 1 })
  const stopped = assert.rejects(underWay, /stopped/)
  await stop()
  await stopped
  await assert.rejects(offload(thread, { n: 2 }), /stopped/)
})
