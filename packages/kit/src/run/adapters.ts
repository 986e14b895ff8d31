import { join } from 'node:path'
import { type EventBus, openSqliteBus, validated } from '@techbridge/bus'
import { contractOf } from '@techbridge/contracts'
import { openFts5Indexes, type TextIndexes } from '@techbridge/index'
import { openSqliteStore, type Store } from '@techbridge/store'

/** The engines of a process: one event bus, and for each service a store and indexes of its own. */
export interface Adapters {
  bus: EventBus
  storeOf(service: string): Store
  indexesOf(service: string): TextIndexes
  /** Fails with `Unavailable` when one of the engines cannot serve. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** The only place that knows which adapters are in use: here the embedded ones, files in `dataDir`. */
export const openAdapters = (dataDir: string): Adapters => {
  const bus = validated(openSqliteBus(join(dataDir, 'events.db')), contractOf)
  const stores = new Map<string, Store>()
  const indexes = new Map<string, TextIndexes>()
  const opened = () => [...stores.values(), ...indexes.values(), bus]
  const once = <T>(map: Map<string, T>, service: string, open: () => T): T => {
    const existing = map.get(service)
    if (existing) return existing
    const created = open()
    map.set(service, created)
    return created
  }
  return {
    bus,
    storeOf: (service) => once(stores, service, () => openSqliteStore(join(dataDir, `${service}.db`))),
    indexesOf: (service) => once(indexes, service, () => openFts5Indexes(join(dataDir, `${service}-index.db`))),
    ping: async () => {
      await Promise.all(opened().map((adapter) => adapter.ping()))
    },
    close: async () => {
      for (const adapter of opened()) await adapter.close()
    },
  }
}
