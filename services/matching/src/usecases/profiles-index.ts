import { type CloudEvent, deadlineOf, type ProfileKind, publicationOf } from '@techbridge/contracts'
import type { IndexDocument, IndexSpec, TextIndex } from '@techbridge/index'
import { turns } from '@techbridge/kit'
import { type AnalysedTerms, type AnalysedText, analyseInSteps, type PublishedProfile } from '../domain/profile.ts'

/** What matching keeps of each published profile: the candidate index is its read model of offers and needs. */
export interface IndexedProfile<P extends PublishedProfile = PublishedProfile> {
  profile: P
  text: AnalysedTerms
}

export type ProfileIndexes = Record<ProfileKind, TextIndex>

export const indexSpec = (kind: ProfileKind): IndexSpec => ({
  name: `matching-${kind}s`,
  text: ['title', 'body'],
  keywords: ['state'],
  numbers: ['deadline'],
})

export const isLive = { state: ['live'] }

/** How the index stands after an event: the profile as published, or an empty place where one was. */
export const documentOf = async (event: CloudEvent, mayGoOn = turns()): Promise<IndexDocument | undefined> => {
  const publication = publicationOf(event)
  if (!publication) return undefined
  const { kind, id, version, published } = publication
  if (!published) return { id, version, text: {}, keywords: {}, numbers: {}, source: null }
  const { reference, organisation, revision, content, expiresAt } = published
  const profile = { kind, id, reference, organisation, revision, content, expiresAt } as PublishedProfile
  const { title, body, languages, concepts } = await analysed(profile, mayGoOn)
  const source: IndexedProfile = { profile, text: { languages, concepts } }
  const deadline = profile.kind === 'need' ? deadlineOf(profile.content, profile) : undefined
  const numbers: Record<string, number> = deadline ? { deadline: Date.parse(deadline.endsAt) } : {}
  return { id, version, text: { title, body }, keywords: isLive, numbers, source }
}

const analysed = async (profile: PublishedProfile, mayGoOn: () => Promise<void>): Promise<AnalysedText> => {
  const steps = analyseInSteps(profile)
  for (;;) {
    await mayGoOn()
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The profile as it is public now; `undefined` when it is not. */
export const findProfile = async <P extends PublishedProfile>(
  index: TextIndex,
  id: string,
): Promise<(IndexedProfile<P> & { version: number }) | undefined> => {
  const stored = await index.get(id)
  return stored?.source ? { ...(stored.source as IndexedProfile<P>), version: stored.version } : undefined
}
