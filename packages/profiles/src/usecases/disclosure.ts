import type { Caller } from '@techbridge/contracts'
import { type Aggregate, actorOf } from '@techbridge/kit'
import { isPublic } from '../domain/decide.ts'
import type { ProfileKindSpec } from '../domain/kind.ts'
import { type Profile, type ProfileContent, type Relation, relationsTo } from '../domain/profile.ts'
import { profileWorkflow } from '../domain/workflow.ts'

export const relationsOf = (profile: Profile, caller: Caller | undefined, spec: ProfileKindSpec): Relation[] =>
  caller ? relationsTo(profile, actorOf(caller), spec.ownerRole) : []

/** Counts what everyone saw change: contents and a renewal. The record's own version would tell that a revision is in the making. */
const publicVersion = ({ revision, renewed }: Profile) => revision + (renewed ? 1 : 0)

/** The profile as far as the caller may read it; `undefined` when not even its existence is the caller's business. */
export const viewOf = <C extends ProfileContent>(
  { state: profile, version }: Aggregate<Profile<C>>,
  caller: Caller | undefined,
  at: string,
  spec: ProfileKindSpec,
) => {
  const relations = relationsOf(profile, caller, spec)
  const full = relations.length > 0
  if (!full && !isPublic(profile)) return undefined
  const content = (profile.content ?? profile.draft) as C
  const { id, reference, organisation, status, revision, createdAt, publishedAt, expiresAt } = profile
  return {
    id,
    reference,
    type: content.type,
    version: full ? version : publicVersion(profile),
    status: full ? status : ('published' as const),
    level: full ? ('full' as const) : ('abstract' as const),
    organisation: full || !content.anonymous ? organisation : undefined,
    revision,
    content: full ? content : spec.abstract.parse(content),
    draft: full && profile.content ? profile.draft : undefined,
    createdAt,
    publishedAt,
    expiresAt,
    actions: profileWorkflow.actions(profile, { relations, at }),
  }
}
