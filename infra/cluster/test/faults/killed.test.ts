import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { engineNames } from '@techbridge/engines'
import { onEngines, openCluster, seeded, underLoad, untilMoreIsDone } from './harness.ts'
import { rounds } from './sample.ts'

const spreadMs = 3000

test(
  `every engine and every service killed ${rounds} times under load loses no acknowledged write and makes nothing happen twice`,
  onEngines,
  async (t) => {
    const random = seeded(t)
    const opened = await openCluster(t)
    const { engines, services, ready } = opened.cluster
    const inTheirTime = <T>(victims: readonly T[], kill: (victim: T) => Promise<void>) =>
      Promise.all(
        victims.map(async (victim) => {
          await pause(random() * spreadMs)
          await kill(victim)
        }),
      )
    await underLoad(t, opened, async (load) => {
      const pids = services.map(({ pid }) => pid())
      for (let round = 1; round <= rounds; round++) {
        await inTheirTime(engineNames, async (name) => {
          await engines[name].kill()
          await engines[name].start()
        })
        await ready()
        await untilMoreIsDone(load, `after round ${round} of the engines`)
      }
      assert.deepEqual(
        services.map(({ pid }) => pid()),
        pids,
        'no service has ended',
      )
      for (let round = 1; round <= rounds; round++) {
        await inTheirTime(services, (service) => service.kill())
        await ready()
        await untilMoreIsDone(load, `after round ${round} of the services`)
      }
    })
  },
)
