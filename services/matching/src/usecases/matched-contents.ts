import type { Offload, Seal } from '@techbridge/runtime'
import { changedAspects, type Fingerprint, fingerprintOf } from '../domain/aspects.ts'
import { explainToParties } from '../domain/explain.ts'
import { isLive, type Match } from '../domain/match.ts'
import type { AnalysedTerms, PublishedNeed, PublishedOffer } from '../domain/profile.ts'
import type { Sides } from '../domain/score.ts'
import { findProfile, type ProfileIndexes } from './profiles-index.ts'
import { contentsOf, type MatchedContents, type Snapshot, type Snapshots } from './snapshots.ts'
import { explainTask } from './tasks.ts'

export interface Contents {
  indexes: ProfileIndexes
  snapshots: Snapshots
  seal: Seal
  offload?: Offload | undefined
}

/** A profile is compared with many others, and its fingerprint is made of the same text each time. */
const made = new WeakMap<Seal, WeakMap<AnalysedTerms, Fingerprint>>()

export const fingerprintsOf = ({ need, needText, offer, offerText }: Sides, seal: Seal) => {
  const ofSeal = made.get(seal) ?? new WeakMap<AnalysedTerms, Fingerprint>()
  made.set(seal, ofSeal)
  const hash = (value: string) => seal.id('aspect', value)
  const fingerprint = (profile: PublishedNeed | PublishedOffer, text: AnalysedTerms) => {
    const known = ofSeal.get(text) ?? fingerprintOf(profile, text, hash)
    ofSeal.set(text, known)
    return known
  }
  return [fingerprint(need, needText), fingerprint(offer, offerText)] as const
}

/** What has changed since the pair was matched last; `undefined` when that is not known. */
export const changedSince = (kept: Snapshot | undefined, now: readonly [Fingerprint, Fingerprint]) =>
  kept?.fingerprints && changedAspects(kept.fingerprints, now)

/** Keeps what the match is about, unless these are not the revisions that were matched or the match is closed. */
export const keepContents = async (
  { snapshots, seal, offload }: Contents,
  match: Match,
  kept: Snapshot | undefined,
  sides: Sides,
): Promise<void> => {
  const isAbout = match.need.revision === sides.need.revision && match.offer.revision === sides.offer.revision
  if (!isAbout || !isLive(match)) {
    if (!kept?.fingerprints) await snapshots.compareFrom(match.id, fingerprintsOf(sides, seal))
    return
  }
  if (kept?.ended || contentsOf(kept, match)) return
  const { need, needText, offer, offerText } = sides
  const explained = { need, needText, offer, offerText }
  const contents: MatchedContents = {
    need: { revision: sides.need.revision, content: sides.need.content },
    offer: { revision: sides.offer.revision, content: sides.offer.content },
    explanations: offload ? await offload(explainTask, explained) : explainToParties(explained),
  }
  await snapshots.keep(match.id, contents, fingerprintsOf(sides, seal))
}

/**
 * What the match is about, as long as the match and its case live. A match of an earlier version has nothing kept yet: then it is
 * taken from the profiles, if they still stand at the revisions that were matched.
 */
export const matchedContents = async (contents: Contents, match: Match): Promise<MatchedContents | undefined> => {
  if (!isLive(match)) return undefined
  const kept = await contents.snapshots.get(match.id)
  if (kept) return contentsOf(kept, match)
  const [need, offer] = await Promise.all([
    findProfile<PublishedNeed>(contents.indexes.need, match.need.id),
    findProfile<PublishedOffer>(contents.indexes.offer, match.offer.id),
  ])
  if (need?.profile.revision !== match.need.revision || offer?.profile.revision !== match.offer.revision)
    return undefined
  const sides: Sides = { need: need.profile, needText: need.text, offer: offer.profile, offerText: offer.text }
  await keepContents(contents, match, undefined, sides)
  return contentsOf(await contents.snapshots.get(match.id), match)
}
