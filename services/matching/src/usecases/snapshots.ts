import type { Feature, MatchedNeed, MatchedOffer, NeedContent, OfferContent } from '@techbridge/contracts'
import { AlreadyExists, type Collection, StaleVersion, type Store, type StoredDocument } from '@techbridge/store'
import type { Fingerprint } from '../domain/aspects.ts'

/** Score and explanation as computed from the texts that one reader may read. */
export interface Explanation {
  score: number
  features: Feature[]
}

/** The two contents that a match is about, in the revisions that were matched. */
export interface MatchedContents {
  need: { revision: number; content: NeedContent }
  offer: { revision: number; content: OfferContent }
  /** For each party, from its own text and the other side's abstract. */
  explanations: { provider: Explanation; seeker: Explanation }
}

/**
 * What is kept of a match outside its history and its events, so that it can be deleted: the matched contents, while the parties
 * may come to read them, and what tells whether a refused pair has changed since.
 */
export interface Snapshot extends StoredDocument {
  contents?: MatchedContents
  fingerprints?: readonly [need: Fingerprint, offer: Fingerprint]
}

export interface Snapshots {
  get(match: string): Promise<Snapshot | undefined>
  /** Replaces what is kept of the match. */
  put(match: string, kept: Omit<Snapshot, '_id' | 'version'>): Promise<void>
  /** Deletes the contents for good; what tells about changes stays. */
  forget(match: string): Promise<void>
}

export const openSnapshots = async (store: Store): Promise<Snapshots> => {
  const collection: Collection<Snapshot> = await store.collection<Snapshot>('snapshots', { indexes: [] })

  const write = async (match: string, next: (before: Snapshot | undefined) => Omit<Snapshot, '_id' | 'version'>) => {
    for (;;) {
      const before = await collection.get(match)
      const after = { ...next(before), _id: match, version: (before?.version ?? 0) + 1 }
      try {
        return before ? await collection.replace(after, before.version) : await collection.insert(after)
      } catch (error) {
        if (!(error instanceof StaleVersion || error instanceof AlreadyExists)) throw error
      }
    }
  }

  return {
    get: (match) => collection.get(match),
    put: (match, kept) => write(match, () => kept),
    forget: async (match) => {
      const kept = await collection.get(match)
      if (!kept || kept.contents) await write(match, (before) => ({ fingerprints: before?.fingerprints }))
    },
  }
}

/** The contents, if they are those that the match is about. */
export const contentsOf = (
  snapshot: Snapshot | undefined,
  { need, offer }: { need: MatchedNeed; offer: MatchedOffer },
): MatchedContents | undefined => {
  const { contents } = snapshot ?? {}
  return contents?.need.revision === need.revision && contents.offer.revision === offer.revision ? contents : undefined
}
