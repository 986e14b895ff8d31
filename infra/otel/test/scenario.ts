import { join } from 'node:path'
import { mock } from 'node:test'
import { openSqliteBus } from '@techbridge/bus'
import { offerEvents } from '@techbridge/contracts'
import { services } from '@techbridge/local'
import type { CreateService } from '@techbridge/process'
import { toCloudEvent } from '@techbridge/runtime'
import { runObserved } from './observed.ts'

const poison = toCloudEvent('offers', 'offer_ffffffffffffffffffffffff', {
  seq: 1,
  type: offerEvents.published.type,
  at: '2026-11-24T08:00:00.000Z',
  by: { subject: 'test', role: 'system' },
  data: { content: 'none' },
})

/** What an error says may be of a person. */
export const confidential = 'nobody of the name of Annabel'

/** The first time that search takes an event, it waits for `release`, and fails then. */
const { promise: released, resolve: release } = Promise.withResolvers<void>()
const stumblingSearch: CreateService = (dependencies) => {
  const { indexes } = dependencies
  const open = indexes.open.bind(indexes)
  mock.method(indexes, 'open', async (...given: Parameters<typeof open>) => {
    const index = await open(...given)
    const put = index.put.bind(index)
    let stumbled = false
    mock.method(index, 'put', async (documents: Parameters<typeof put>[0]) => {
      const isOfEvent = documents.some(({ version }) => version > 0)
      if (stumbled || !isOfEvent) return put(documents)
      stumbled = true
      await released
      throw new TypeError(confidential)
    })
    return index
  })
  return services.search!(dependencies)
}

/** All services, on a log that has an event which breaks its contract; search is held up until `release`. */
export const runEventfully = async () => {
  const observed = await runObserved(
    { ...services, search: stumblingSearch },
    {
      prepare: async (dataDir) => {
        const bus = openSqliteBus(join(dataDir, 'events.db'))
        await bus.publish([poison])
        await bus.close()
      },
    },
  )
  const close = () => {
    // A failed test may have left search held up, and a process does not stop before its handlers.
    release()
    return observed.close()
  }
  return { ...observed, release, close }
}
