import { AlreadyExists, type Collection, StaleVersion, type Store, type StoredDocument } from '@techbridge/store'
import type { Clock } from './clock.ts'

/** An instance without a heartbeat for this long counts as gone. */
const leaseMs = 5000

/** Which instances of a service are alive. Only those with events to publish send heartbeats, so that an idle service writes nothing. */
export interface Instances {
  /** Tells the others that this instance is alive. */
  beat(): Promise<void>
  /** Whether another instance has sent no heartbeat for a while, by the clock of this one: clocks are not compared. */
  isGone(instance: string): Promise<boolean>
}

export const openInstances = async (store: Store, own: string, clock: Clock): Promise<Instances> => {
  const collection: Collection<StoredDocument> = await store.collection('instances', { indexes: [] })
  const seen = new Map<string, { beats: number; since: number }>()
  let beats = 0

  return {
    beat: async () => {
      try {
        if (beats === 0) await collection.insert({ _id: own, version: 1 })
        else await collection.replace({ _id: own, version: beats + 1 }, beats)
        beats += 1
      } catch (error) {
        // An instance of the same name existed before, or a response was lost.
        if (!(error instanceof AlreadyExists || error instanceof StaleVersion)) throw error
        beats = (await collection.get(own))?.version ?? 0
      }
    },

    isGone: async (instance) => {
      const now = clock.now().getTime()
      const latest = (await collection.get(instance))?.version ?? 0
      const before = seen.get(instance)
      if (before?.beats === latest) return now - before.since >= leaseMs
      seen.set(instance, { beats: latest, since: now })
      return false
    },
  }
}
