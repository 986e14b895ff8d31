import { type Caller, type DisclosureStage, deadlineAt, disclose, discloseHistory } from '@techbridge/contracts'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type HistoryEntry, type Summarise, shownHistory } from '@techbridge/runtime'
import type { ProfileKindSpec } from '../domain/kind.ts'
import {
  type AnyContent,
  isPublic,
  type Profile,
  type ProfileEvents,
  type Relation,
  relationsTo,
} from '../domain/profile.ts'
import { warningsOfProfile } from '../domain/warnings.ts'

const relationsOf = (profile: Profile, caller: Caller | undefined, spec: ProfileKindSpec): Relation[] =>
  caller ? relationsTo(profile, actorOf(caller), spec.ownerRole) : []

/** Counts the changes that everyone saw: contents, a renewal, and names of an organisation that is not hidden. The record's own version would reveal that a revision is in progress. */
const publicVersion = ({ revision, renewed, renames = 0 }: Profile) => revision + (renewed ? 1 : 0) + renames

/** Why the profile was returned or rejected, unless it has been submitted since. */
export interface Review {
  reason: string
}

export const summariseReviews =
  ({ returned, rejected, submitted }: ProfileEvents): Summarise<Review> =>
  (review, { type, data }) => {
    if (type === submitted.type) return undefined
    const isRefusal = type === returned.type || type === rejected.type
    return isRefusal ? { reason: (data as Review).reason } : review
  }

/** How far the caller may read the profile; `undefined` when the caller may not know that it exists. */
const stageFor = (profile: Profile, relations: readonly Relation[]): DisclosureStage | undefined => {
  if (relations.includes('officer')) return 'office'
  if (relations.length > 0) return 'own'
  return isPublic(profile) ? 'public' : undefined
}

/** The history of the profile as the caller sees it; `undefined` when the caller may not see it. */
export const historyFor = async (
  { state }: Aggregate<Profile<AnyContent>>,
  readHistory: () => Promise<HistoryEntry[]>,
  caller: Caller | undefined,
  spec: ProfileKindSpec,
): Promise<HistoryEntry[] | undefined> => {
  const stage = stageFor(state, relationsOf(state, caller, spec))
  return stage && stage !== 'public' ? discloseHistory(shownHistory(await readHistory()), { stage }) : undefined
}

/** The profile as far as the caller may read it; `undefined` when the caller may not know that it exists. */
export const viewOf = (
  { state: profile, version, summary: review }: Aggregate<Profile<AnyContent>, Review>,
  caller: Caller | undefined,
  at: string,
  spec: ProfileKindSpec,
) => {
  const relations = relationsOf(profile, caller, spec)
  const stage = stageFor(profile, relations)
  if (!stage) return undefined
  const full = stage !== 'public'
  const { id, reference, organisation, status, revision, createdAt, publishedAt, expiresAt } = profile
  const content = (profile.content ?? profile.draft) as AnyContent
  const record = {
    id,
    reference,
    type: content.type,
    version: full ? version : publicVersion(profile),
    status: full ? status : 'published',
    level: full ? 'full' : 'abstract',
    organisation,
    revision,
    content,
    deadline: deadlineAt(content, profile, at),
    draft: profile.content && profile.draft,
    get reviewReason() {
      return review?.reason
    },
    get warnings() {
      return warningsOfProfile(profile, at)
    },
    createdAt,
    publishedAt,
    expiresAt,
    actions: spec.life.actions(profile, { relations, at }),
  }
  return disclose(spec.view, record, stage)
}
