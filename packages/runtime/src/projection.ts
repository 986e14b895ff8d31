import { type EventBus, pace, turns } from '@techbridge/bus'
import type { CloudEvent, EventContract } from '@techbridge/contracts'
import type { IndexDocument, StoredSource, TextIndex } from '@techbridge/index'
import type { Reaction } from './consumer.ts'
import { rebuildFromLog } from './rebuild.ts'

/** The declaration of a read model: an index, the events that change it, and its document after each event. */
export interface Projected {
  bus: EventBus
  index: TextIndex
  /** A rebuild reads their topics. */
  events: readonly Pick<EventContract, 'type' | 'topic'>[]
  /**
   * The document after an event, with the event's sequence as its version; `undefined` when the event changes nothing. Awaits `mayGoOn`
   * before each piece of long work.
   */
  documentOf(
    event: CloudEvent,
    mayGoOn: () => Promise<void>,
  ): IndexDocument | undefined | Promise<IndexDocument | undefined>
  /** What live work awaits before each piece; by default a turn in the queue of all background work. */
  live?: () => Promise<void>
  /**
   * Adds what a document can do without at first, because it is slow or needs something that may be unavailable. Until then the
   * document is found as `documentOf` made it. The event counts as handled only afterwards, so failed or interrupted work is repeated.
   */
  enrich?(document: IndexDocument): Promise<IndexDocument>
  /** Names the analysis that makes the tokens of its texts. An index filled by another analysis is outdated. */
  analysis?: string
}

export interface Projection {
  /** Keeps the index, for a group that does nothing else with these events. */
  reactions: Reaction[]
  /** Handles many events at once as `reactions` handle each. */
  together(events: readonly CloudEvent[]): Promise<void>
  /** Updates the index, for a reaction that continues from there: returns the stored document, if the event changes anything. */
  apply(event: CloudEvent): Promise<StoredSource | undefined>
  /**
   * The same for a reaction that may go on as soon as the document is found. `written` must be awaited before anything is made of it that lasts;
   * it fails when the document may not last.
   */
  applySoon(event: CloudEvent): Promise<{ stored: StoredSource | undefined; written: Promise<unknown> }>
  /** Refills the index from the log while it serves, and returns the number of events read. */
  rebuild(): Promise<number>
  /** Whether the index was filled by another analysis. An empty index adopts this one. */
  isOutdated(): Promise<boolean>
}

/** A document without text and keywords, which no search can find. */
const markId = 'analysis'

/** The live reaction and the rebuild of a read model, which handle events identically. */
export const project = ({
  bus,
  index,
  events,
  documentOf,
  live = turns(),
  enrich,
  analysis,
}: Projected): Projection => {
  const richer = async (document: IndexDocument): Promise<IndexDocument> =>
    enrich ? { ...(await enrich(document)), enriched: true } : document

  const documentsOf = async (given: readonly CloudEvent[]): Promise<IndexDocument[]> => {
    const made = given.map(async (event) => {
      await pace()
      return await documentOf(event, live)
    })
    return (await Promise.all(made)).filter((document) => document !== undefined)
  }

  const keep = async (given: readonly CloudEvent[]): Promise<StoredSource[]> => {
    const documents = await documentsOf(given)
    const stored = await index.put(documents)
    if (!enrich) return stored
    const later: IndexDocument[] = []
    for (const [place, document] of documents.entries()) {
      const isCurrent = document.version === stored[place]?.version
      later.push(isCurrent ? await richer(document) : document)
    }
    return index.put(later)
  }

  const apply = async (event: CloudEvent) => (await keep([event]))[0]

  const applySoon: Projection['applySoon'] = async (event) => {
    if (enrich) return { stored: await apply(event), written: Promise.resolve() }
    const documents = await documentsOf([event])
    const found = Promise.withResolvers<StoredSource[]>()
    const written = index.put(documents, found.resolve)
    const [stored] = await Promise.race([found.promise, written])
    // Who has not come to await it yet must not end the process.
    written.catch(() => undefined)
    return { stored, written }
  }

  const markAsOwn = async () => {
    if (analysis === undefined) return
    const mark = { id: markId, version: 0, enriched: true, text: {}, keywords: {}, numbers: {}, source: analysis }
    await index.put([mark])
  }

  return {
    reactions: events.map(({ type }) => ({ type, handle: async (event) => void (await apply(event)) })),
    together: async (given) => void (await keep(given)),
    apply,
    applySoon,
    rebuild: async () => {
      const topics = [...new Set(events.map(({ topic }) => topic))]
      const read = await rebuildFromLog(bus, topics, index, async (event, mayGoOn) => {
        const document = await documentOf(event, mayGoOn)
        return document && richer(document)
      })
      await markAsOwn()
      return read
    },
    isOutdated: async () => {
      if (analysis === undefined) return false
      const [mark] = await index.get([markId])
      if (mark) return mark.source !== analysis
      const { total } = await index.search({ limit: 0 })
      if (total === 0) await markAsOwn()
      return total > 0
    },
  }
}
