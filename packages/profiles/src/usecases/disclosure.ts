import { type Caller, deadlineAt } from '@techbridge/contracts'
import { startOfDay } from '@techbridge/domain'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type HistoryEntry, shownHistory } from '@techbridge/runtime'
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

export const relationsOf = (profile: Profile, caller: Caller | undefined, spec: ProfileKindSpec): Relation[] =>
  caller ? relationsTo(profile, actorOf(caller), spec.ownerRole) : []

/** Counts what everyone saw change: contents, a renewal, and names of an organisation that is not hidden. The record's own version would tell that a revision is in the making. */
const publicVersion = ({ revision, renewed, renames = 0 }: Profile) => revision + (renewed ? 1 : 0) + renames

/** Why the profile was returned or rejected, unless it has been submitted since. */
const reviewReason = (history: readonly HistoryEntry[], { returned, rejected, submitted }: ProfileEvents) => {
  const last = history.findLast(({ type }) => [returned.type, rejected.type, submitted.type].includes(type))
  if (!last || last.type === submitted.type) return undefined
  return (shownHistory([last])[0]!.data as { reason: string }).reason
}

/** The profile as far as the caller may read it; `undefined` when not even its existence is the caller's business. */
export const viewOf = (
  { state: profile, version, history }: Aggregate<Profile<AnyContent>>,
  caller: Caller | undefined,
  at: string,
  spec: ProfileKindSpec,
) => {
  const relations = relationsOf(profile, caller, spec)
  const full = relations.length > 0
  if (!full && !isPublic(profile)) return undefined
  const content = (profile.content ?? profile.draft) as AnyContent
  const { id, reference, organisation, status, revision } = profile
  // To the millisecond they would tell which profiles came from one import.
  const time = (at: string | undefined) => (at === undefined || full ? at : startOfDay(at))
  return {
    id,
    reference,
    type: content.type,
    version: full ? version : publicVersion(profile),
    status: full ? status : ('published' as const),
    level: full ? ('full' as const) : ('abstract' as const),
    organisation: full || !content.anonymous ? organisation : undefined,
    revision,
    content: full ? content : spec.abstract(content),
    deadline: deadlineAt(content, profile, at),
    draft: full && profile.content ? profile.draft : undefined,
    reviewReason: full ? reviewReason(history, spec.events) : undefined,
    warnings: full ? warningsOfProfile(profile, at) : undefined,
    createdAt: time(profile.createdAt) as string,
    publishedAt: time(profile.publishedAt),
    expiresAt: time(profile.expiresAt),
    actions: spec.life.actions(profile, { relations, at }),
  }
}
