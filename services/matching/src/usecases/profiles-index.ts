import { turns } from '@techbridge/bus'
import { type CloudEvent, deadlineOf, type ProfileKind, publicationOf } from '@techbridge/contracts'
import type { IndexDocument, IndexSpec, StoredSource, TextIndex, VectorSpace } from '@techbridge/index'
import type { Meaning } from '../domain/meaning.ts'
import { type AnalysedTerms, type AnalysedText, analyseInSteps, type PublishedProfile } from '../domain/profile.ts'

/** What matching keeps of each published profile: the candidate index is its read model of offers and needs. */
export interface IndexedProfile<P extends PublishedProfile = PublishedProfile> {
  profile: P
  text: AnalysedTerms
  /** Once it was embedded. */
  meaning?: Meaning
}

export type ProfileIndexes = Record<ProfileKind, TextIndex>

export const indexSpec = (kind: ProfileKind, space?: VectorSpace): IndexSpec => ({
  name: `matching-${kind}s`,
  text: ['title', 'body'],
  keywords: ['state'],
  // The model by which a profile was embedded and then matched, as a number.
  numbers: ['deadline', 'embeddedBy'],
  ...(space && { vectors: [space] }),
})

export const isLive = { state: ['live'] }

/** The document in the index after an event: the profile as published, or an empty one where it was. */
export const documentOf = async (event: CloudEvent, mayGoOn = turns()): Promise<IndexDocument | undefined> => {
  const publication = publicationOf(event)
  if (!publication) return undefined
  const { kind, id, version, published } = publication
  if (!published) return { id, version, text: {}, keywords: {}, numbers: {}, source: null }
  const { reference, organisation, revision, content, expiresAt } = published
  const profile = { kind, id, reference, organisation, revision, content, expiresAt } as PublishedProfile
  return liveDocument(profile, version, mayGoOn)
}

const liveDocument = async (
  profile: PublishedProfile,
  version: number,
  mayGoOn: () => Promise<void>,
): Promise<IndexDocument> => {
  const { id } = profile
  const { title, body, ...text } = await analysed(profile, mayGoOn)
  const source: IndexedProfile = { profile, text }
  const deadline = profile.kind === 'need' ? deadlineOf(profile.content, profile) : undefined
  const numbers: Record<string, number> = deadline ? { deadline: Date.parse(deadline.endsAt) } : {}
  return { id, version, text: { title, body }, keywords: isLive, numbers, source }
}

/** What is known of a profile once it was read by a model; `embeddedBy` once it was also matched by that. */
export interface Embedded {
  profile: PublishedProfile
  version: number
  meaning: Meaning
  embeddedBy?: number
}

export const embeddedDocument = async ({ profile, version, meaning, embeddedBy }: Embedded, mayGoOn = turns()) => {
  const document = await liveDocument(profile, version, mayGoOn)
  return {
    ...document,
    numbers: { ...document.numbers, ...(embeddedBy !== undefined && { embeddedBy }) },
    vector: { model: meaning.model, values: Float32Array.from(meaning.values) },
    source: { ...(document.source as IndexedProfile), meaning },
    enriched: true,
  }
}

const analysed = async (profile: PublishedProfile, mayGoOn: () => Promise<void>): Promise<AnalysedText> => {
  const steps = analyseInSteps(profile)
  for (;;) {
    await mayGoOn()
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A profile with its public version. */
export type CurrentProfile<P extends PublishedProfile = PublishedProfile> = IndexedProfile<P> & { version: number }

/** A document of the index as a profile; `undefined` when it is not public. */
export const profileIn = <P extends PublishedProfile>(
  stored: StoredSource | undefined,
): CurrentProfile<P> | undefined =>
  stored?.source ? { ...(stored.source as IndexedProfile<P>), version: stored.version } : undefined

/** The profile as it is public now; `undefined` when it is not. */
export const findProfile = async <P extends PublishedProfile>(index: TextIndex, id: string) =>
  profileIn<P>((await index.get([id]))[0])

/** By id, those of the profiles that are public now. */
export const findProfiles = async (index: TextIndex, ids: readonly string[]): Promise<Map<string, CurrentProfile>> => {
  const found = await index.get([...new Set(ids)])
  const profiles = found.map((stored) => profileIn(stored)).filter((profile) => profile !== undefined)
  return new Map(profiles.map((profile) => [profile.profile.id, profile]))
}

/** The sides of each pair that are public now, in their order. */
export const findPairs = async (
  indexes: ProfileIndexes,
  pairs: readonly Record<ProfileKind, { id: string }>[],
): Promise<Partial<Record<ProfileKind, CurrentProfile>>[]> => {
  const current = (kind: ProfileKind) =>
    findProfiles(
      indexes[kind],
      pairs.map((pair) => pair[kind].id),
    )
  const [needs, offers] = await Promise.all([current('need'), current('offer')])
  return pairs.map(({ need, offer }) => ({ need: needs.get(need.id), offer: offers.get(offer.id) }))
}
