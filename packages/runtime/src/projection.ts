import { type EventBus, pace, turns } from '@techbridge/bus'
import type { CloudEvent, EventContract } from '@techbridge/contracts'
import type { IndexDocument, StoredSource, TextIndex } from '@techbridge/index'
import type { Reaction } from './consumer.ts'
import { rebuildFromLog } from './rebuild.ts'

/** A read model, declared: an index, the events that change it, and what it holds after each of them. */
export interface Projected {
  bus: EventBus
  index: TextIndex
  /** A rebuild reads their topics. */
  events: readonly Pick<EventContract, 'type' | 'topic'>[]
  /**
   * The document after an event, with the event's sequence as its version; `undefined` when the event changes nothing. Waits for
   * `mayGoOn` before each piece of long work.
   */
  documentOf(
    event: CloudEvent,
    mayGoOn: () => Promise<void>,
  ): IndexDocument | undefined | Promise<IndexDocument | undefined>
  /** What live work waits for before each piece; a turn in the queue of all work that may take its time, unless it says otherwise. */
  live?: () => Promise<void>
  /**
   * Adds what a document can do without at first, because it takes long or needs something that may be away. Until then the document
   * is found as `documentOf` made it. The event counts as handled only afterwards, so what fails or is cut off is repeated.
   */
  enrich?(document: IndexDocument): Promise<IndexDocument>
  /** Names what makes the tokens of its texts. An index that another one filled is outdated. */
  analysis?: string
}

export interface Projection {
  /** Keeps the index, for a group that does nothing else with these events. */
  reactions: Reaction[]
  /** Does for many events at once what `reactions` do for each. */
  together(events: readonly CloudEvent[]): Promise<void>
  /** Keeps the index, for a reaction that goes on from there: gives what stands there afterwards, if the event changes anything. */
  apply(event: CloudEvent): Promise<StoredSource | undefined>
  /** Fills the index anew from the log while it serves, and gives the number of events that were read. */
  rebuild(): Promise<number>
  /** Whether what the index holds was made by another analysis than this one. An empty index becomes this one's. */
  isOutdated(): Promise<boolean>
}

/** A document without text and keywords, which no search finds. */
const markId = 'analysis'

/** The live reaction and the rebuild of a read model, which make the same of an event. */
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

  const keep = async (given: readonly CloudEvent[]): Promise<StoredSource[]> => {
    const documents: IndexDocument[] = []
    for (const event of given) {
      await pace()
      const document = await documentOf(event, live)
      if (document) documents.push(document)
    }
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

  const markAsOwn = async () => {
    if (analysis === undefined) return
    const mark = { id: markId, version: 0, enriched: true, text: {}, keywords: {}, numbers: {}, source: analysis }
    await index.put([mark])
  }

  return {
    reactions: events.map(({ type }) => ({ type, handle: async (event) => void (await apply(event)) })),
    together: async (given) => void (await keep(given)),
    apply,
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
