import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'
import { cachedReadiness } from '../src/readiness.ts'

test('all who ask at once and shortly after share one probe, and then it is made anew', async () => {
  let probes = 0
  const ready = cachedReadiness(
    async () => {
      probes += 1
    },
    { keptMs: 50, patienceMs: 60_000 },
  )
  await Promise.all(Array.from({ length: 20 }, ready))
  await ready()
  assert.equal(probes, 1)
  while (probes === 1) {
    await pause(10)
    await ready()
  }
  assert.equal(probes, 2)
})

test('a failure is told to all, and kept no longer than an answer', async () => {
  let isFull = true
  const ready = cachedReadiness(
    async () => {
      if (isFull) throw new Unavailable('the disk is full')
    },
    { keptMs: 20, patienceMs: 60_000 },
  )
  for (const outcome of await Promise.allSettled([ready(), ready()])) assert.equal(outcome.status, 'rejected')
  isFull = false
  const served = () =>
    ready().then(
      () => true,
      () => false,
    )
  while (!(await served())) await pause(5)
})

test('an engine that says nothing counts as away', async () => {
  const ready = cachedReadiness(() => new Promise(() => {}), { keptMs: 20, patienceMs: 20 })
  await assert.rejects(ready(), Unavailable)
})
