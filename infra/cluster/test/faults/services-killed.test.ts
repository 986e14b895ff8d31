import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { onEngines, openCluster, randomMoments, rounds, underLoad, untilMoreIsDone } from './harness.ts'

const spreadMs = 3000

test(
  `every service killed ${rounds} times under load loses no acknowledged write and does nothing twice`,
  onEngines,
  async (t) => {
    const random = randomMoments(t)
    const opened = await openCluster(t)
    const { services, ready } = opened.cluster
    await underLoad(t, opened, async (load) => {
      for (let round = 1; round <= rounds; round++) {
        await Promise.all(
          services.map(async (service) => {
            await pause(random() * spreadMs)
            await service.kill()
          }),
        )
        await ready()
        await untilMoreIsDone(load, `after round ${round}`)
      }
    })
  },
)
