import assert from 'node:assert/strict'
import { syncBuiltinESMExports } from 'node:module'
import { type TestContext, test } from 'node:test'
import workerThreads from 'node:worker_threads'
import { startWorkers } from '../src/workers/workers.ts'
import { deep, ending, missing, thread, uncopied, waiting } from './tasks.ts'

const { Worker } = workerThreads

/** Has `make` in the place of the class of workers for the time of the test. */
const replaceWorker = (t: TestContext, make: typeof Worker) => {
  const set = (given: typeof Worker) => {
    workerThreads.Worker = given
    syncBuiltinESMExports()
  }
  set(make)
  t.after(() => set(Worker))
}

const start = (t: TestContext) => {
  const told: unknown[] = []
  const workers = startWorkers(1, { error: (given: unknown) => void told.push(given) })
  t.after(() => workers.stop())
  return { ...workers, told }
}

test('what cannot be sent to a worker fails by itself, also when that worker ends later', async (t) => {
  const { offload, told } = start(t)
  await assert.rejects(offload(thread, { n: 1, ...{ sum: () => 1 } }), { name: 'DataCloneError' })
  await assert.rejects(offload(ending, undefined), /end over ending/)
  assert.equal((await offload(thread, { n: 2 })).n, 2)
  assert.equal(told.length, 2)
})

test('what a worker cannot send back fails by itself', async (t) => {
  const { offload, told } = start(t)
  await assert.rejects(offload(uncopied, undefined), /could not be cloned/)
  assert.deepEqual(told, [])
})

test('a task whose answer cannot be read here fails, and others do not', async (t) => {
  const { offload } = start(t)
  const [unread, other] = await Promise.allSettled([offload(deep, { levels: 8000 }), offload(thread, { n: 1 })])
  assert.equal(unread.status === 'rejected' && unread.reason.message, 'workers end over deep')
  assert.equal(other.status === 'fulfilled' && other.value.n, 1)
})

test('a task that its module does not export fails', async (t) => {
  const { offload, told } = start(t)
  await assert.rejects(offload(missing, undefined), /exports no task "elsewhere"/)
  assert.deepEqual(told, [])
})

test('a task that takes its time is not taken for what its worker ended over', async (t) => {
  const { offload, told } = start(t)
  const [first, ended, last] = await Promise.allSettled([
    offload(waiting, { ms: 50 }),
    offload(ending, undefined),
    offload(thread, { n: 1 }),
  ])
  assert.deepEqual([first.status, ended.status, last.status], ['fulfilled', 'rejected', 'fulfilled'])
  assert.equal(told.length, 2)
})

test('where no worker can start, one is tried only when there is something to do, and that fails', async (t) => {
  let made = 0
  replaceWorker(
    t,
    class extends Worker {
      constructor() {
        made += 1
        super('throw new Error("no module")', { eval: true })
      }
    },
  )
  const { offload } = start(t)
  await assert.rejects(offload(thread, { n: 1 }), /end over thread/)
  assert.equal(made, 2)
  await assert.rejects(offload(thread, { n: 2 }), /end over thread/)
  assert.equal(made, 4)
})

test('where no thread can be made for one that ended, what it had fails', async (t) => {
  const { offload } = start(t)
  replaceWorker(
    t,
    class extends Worker {
      constructor() {
        super('', { eval: true })
        throw new Error('no threads left')
      }
    },
  )
  const left = await Promise.allSettled([offload(ending, undefined), offload(thread, { n: 1 })])
  assert.deepEqual(
    left.map((one) => one.status === 'rejected' && one.reason.message),
    ['no threads left', 'no threads left'],
  )
})

test('stopping does not wait for a worker that does not end', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const terminate = t.mock.method(Worker.prototype, 'terminate', () => new Promise<number>(() => undefined))
  const { offload, stop } = start(t)
  const underWay = assert.rejects(offload(thread, { n: 1 }), /stopped/)
  const ends = stop()
  await underWay
  t.mock.timers.tick(60_000)
  await ends
  terminate.mock.restore()
})
