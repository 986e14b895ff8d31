import type { MatchedNeed, MatchedOffer, NeedContent, OfferContent } from '@techbridge/contracts'
import { plainKept } from '@techbridge/plain-text'
import { AlreadyExists, type Collection, StaleVersion, type Store, type StoredDocument } from '@techbridge/store'
import type { Fingerprint } from '../domain/aspects.ts'
import type { PartyExplanations } from '../domain/explain.ts'

/** The two contents that a match is about, in the revisions that were matched. */
export interface MatchedContents {
  need: { revision: number; content: NeedContent }
  offer: { revision: number; content: OfferContent }
  explanations: PartyExplanations
}

/**
 * What is kept of a match outside its history and its events, so that it can be deleted: the matched contents, while the parties
 * may come to read them, and what tells whether a refused pair has changed since.
 */
export interface Snapshot extends StoredDocument {
  contents?: MatchedContents
  fingerprints?: Fingerprints
  /** The case of the match has ended: nothing is stored any more. */
  ended?: true
}

type Fingerprints = readonly [need: Fingerprint, offer: Fingerprint]

export interface Snapshots {
  get(match: string): Promise<Snapshot | undefined>
  /** Replaces what is kept, unless that is of later revisions or the case has ended. */
  keep(match: string, contents: MatchedContents, fingerprints: Fingerprints): Promise<void>
  /** Stores the fingerprints from which changes can be found, unless there are some. */
  compareFrom(match: string, fingerprints: Fingerprints): Promise<void>
  /** Deletes the contents; the fingerprints stay. */
  forget(match: string): Promise<void>
  /** Deletes the contents for good. */
  end(match: string): Promise<void>
}

type Kept = Omit<Snapshot, '_id' | 'version'>

export const openSnapshots = async (store: Store): Promise<Snapshots> => {
  const collection: Collection<Snapshot> = await store.collection<Snapshot>('snapshots', { indexes: [] })

  /** `next` returns the replacement, or `undefined` to leave it unchanged. */
  const write = async (match: string, next: (before: Kept) => Kept | undefined): Promise<void> => {
    for (;;) {
      const before = await collection.get(match)
      const { contents, fingerprints, ended } = before ?? {}
      const after = next({ contents, fingerprints, ended })
      if (!after) return
      const document: Snapshot = { ...after, _id: match, version: (before?.version ?? 0) + 1 }
      try {
        return before ? await collection.replace(document, before.version) : await collection.insert(document)
      } catch (error) {
        if (!(error instanceof StaleVersion || error instanceof AlreadyExists)) throw error
      }
    }
  }

  return {
    // What was kept before texts were made plain at the entrance.
    get: async (match) => plainKept(await collection.get(match)),
    keep: (match, contents, fingerprints) =>
      write(match, (before) =>
        before.ended || isLater(before.contents, contents) ? undefined : { contents, fingerprints },
      ),
    compareFrom: (match, fingerprints) =>
      write(match, (before) => (before.fingerprints ? undefined : { ...before, fingerprints })),
    forget: (match) => write(match, ({ contents, ...rest }) => (contents ? rest : undefined)),
    end: (match) => write(match, ({ contents, ended, ...rest }) => (ended ? undefined : { ...rest, ended: true })),
  }
}

/** The revisions of a match only grow, so of two writers the one with the later ones is right. */
const isLater = (kept: MatchedContents | undefined, { need, offer }: MatchedContents) =>
  kept !== undefined && (kept.need.revision > need.revision || kept.offer.revision > offer.revision)

/** The contents, if they are those that the match is about. */
export const contentsOf = (
  snapshot: Snapshot | undefined,
  { need, offer }: { need: MatchedNeed; offer: MatchedOffer },
): MatchedContents | undefined => {
  const { contents } = snapshot ?? {}
  return contents?.need.revision === need.revision && contents.offer.revision === offer.revision ? contents : undefined
}
