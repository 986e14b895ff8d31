import { createTurns, type EventBus, type Position, turns } from '@techbridge/bus'
import { type CloudEvent, message, type Topic } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import type { IndexDocument, PutAside, TextIndex } from '@techbridge/index'

const batchSize = 50
/** Separate from the work of consumers, which each document of a rebuild would otherwise wait for. */
const nextDocument = createTurns()
const beingRebuilt = new WeakSet<TextIndex>()

/**
 * Builds a new copy of an index from the event log while the old one serves, swaps them, then reads again what was logged meanwhile, so
 * that nothing that another instance put into the old copy is missed. Returns how many events were read. One rebuild of an index runs
 * at a time; a second one is refused. `documentOf` awaits `mayGoOn` before each piece of long work.
 */
export const rebuildFromLog = async (
  bus: EventBus,
  topics: readonly Topic[],
  index: TextIndex,
  documentOf: (
    event: CloudEvent,
    mayGoOn: () => Promise<void>,
  ) => IndexDocument | undefined | Promise<IndexDocument | undefined>,
): Promise<number> => {
  if (beingRebuilt.has(index)) {
    throw new DomainError('conflict', message('rebuild-running'))
  }
  const mayGoOn = turns(nextDocument)
  let position: Position | undefined
  let events = 0

  const apply = async (put: PutAside) => {
    let batch: CloudEvent[] = []
    const flush = async () => {
      // Together: one at a time would wait for its turn, here or in a worker, behind the live work of all partitions.
      const documents = await Promise.all(batch.map((event) => documentOf(event, mayGoOn)))
      batch = []
      const changed = documents.filter((document) => document !== undefined)
      if (changed.length > 0) await put(changed)
    }
    for await (const recorded of bus.read({ topics, from: position, live: false })) {
      position = recorded.position
      events += 1
      batch.push(recorded.event)
      if (batch.length >= batchSize) await flush()
    }
    await flush()
  }

  beingRebuilt.add(index)
  try {
    await index.rebuild(apply)
  } finally {
    beingRebuilt.delete(index)
  }
  await apply(async (documents) => void (await index.put(documents)))
  return events
}
