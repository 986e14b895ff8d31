import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { services } from '@techbridge/local'
import { runObserved } from './observed.ts'

test('a process reports on the groups that it has joined, and leaves others to theirs', {
  timeout: 60_000,
}, async () => {
  const { needs, search } = services
  const observed = await runObserved({ needs: needs!, search: search! })
  after(observed.close)
  for (const name of ['techbridge.consumer.lag', 'techbridge.dead_letters']) {
    const points = await observed.points(name, (points) => points.length > 0)
    assert.deepEqual(new Set(points.map(({ attributes }) => attributes.group)), new Set(['search']))
  }
  const ages = await observed.points('techbridge.outbox.age')
  assert.deepEqual(new Set(ages.map(({ attributes }) => attributes.service)), new Set(['needs', 'search']))
})
