import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { engineNames } from '@techbridge/engines'
import { onEngines, openCluster, randomMoments, rounds, underLoad, untilMoreIsDone } from './harness.ts'

const spreadMs = 3000

test(
  `every engine killed ${rounds} times under load loses no acknowledged write and makes nothing happen twice`,
  onEngines,
  async (t) => {
    const random = randomMoments(t)
    const opened = await openCluster(t)
    const { engines, services, ready } = opened.cluster
    const pids = services.map(({ pid }) => pid())
    await underLoad(t, opened, async (load) => {
      for (let round = 1; round <= rounds; round++) {
        await Promise.all(
          engineNames.map(async (name) => {
            await pause(random() * spreadMs)
            await engines[name].kill()
            await engines[name].start()
          }),
        )
        await ready()
        await untilMoreIsDone(load, `after round ${round}`)
      }
    })
    assert.deepEqual(
      services.map(({ pid }) => pid()),
      pids,
      'no service has ended',
    )
  },
)
