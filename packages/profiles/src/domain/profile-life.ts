import {
  archiveYears,
  isSameOrganisation,
  noticeDays,
  type Organisation,
  type ProfileAction,
  profileStatus,
  publicationDays,
  type Role,
  renewalWindowDays,
  visibleStatuses,
} from '@techbridge/contracts'
import { addDays, addYears, type Guard, lifecycleOf } from '@techbridge/domain'
import { openFindings } from './contact-data/index.ts'
import {
  isPublic,
  type Profile,
  type ProfileContent,
  type ProfileEvent,
  type ProfileEvents,
  type Publication,
  type Relation,
  relationsTo,
} from './profile.ts'
import { requirePublishable } from './requirements.ts'
import { isSameContent } from './same-content.ts'

type ProfileGuard = Guard<Profile, Relation>

const renewable: ProfileGuard = {
  name: 'renewal-window',
  passes: ({ renewed, expiresAt }, { at }) =>
    !renewed && expiresAt !== undefined && at >= addDays(expiresAt, -renewalWindowDays),
}

const otherOrganisation: ProfileGuard = {
  name: 'own-organisation',
  passes: ({ request }, { relations }) => !relations.includes('ownOrganisation') || request !== undefined,
}

const contactData: ProfileGuard = {
  name: 'contact-data',
  passes: (profile) => openFindings(profile).length > 0,
}

/** What a new profile is made of. */
interface Draft<C> {
  id: string
  reference: string
  organisation: Organisation
  content: C
}

const theContent = <C extends ProfileContent>({ id, draft, content }: Profile<C>): C => {
  const newest = draft ?? content
  if (!newest) throw new Error(`${id} has no content`)
  return newest
}

const named = <C extends ProfileContent>(profile: Profile<C>) => {
  const { id, reference, organisation } = profile
  return { id, reference, type: theContent(profile).type, organisation }
}

/** The public state of a public profile. */
const publication = <C extends ProfileContent>(profile: Profile<C>): Publication<C> => {
  const { content, revision, publishedAt, expiresAt } = profile
  if (!content || !publishedAt || !expiresAt) throw new Error(`${profile.id} has not been published`)
  return { ...named(profile), content, type: content.type, revision, publishedAt, expiresAt }
}

const withReason = <C extends ProfileContent>(profile: Profile<C>, { reason }: { reason: string }) => ({
  ...named(profile),
  reason,
})

/** The life of an offer or a need, for the kind whose events these are and whose owners have this role. */
export const profileLife = <C extends ProfileContent>(events: ProfileEvents<C>, ownerRole: Role) => {
  const life = lifecycleOf<Profile<C>, Relation, ProfileEvent<C>, ProfileAction>({
    name: 'profile',
    statuses: profileStatus.options,
    relations: (profile, by) => relationsTo(profile, by, ownerRole),
  })

  const drafted = (data: Draft<C>, at: string, status: Profile['status']): Profile<C> => {
    const { id, reference, organisation, content } = data
    return {
      id,
      reference,
      organisation,
      status,
      revision: 0,
      draft: content,
      createdAt: at,
      noticed: false,
      renewed: false,
    }
  }
  const draftOf = ({ id, reference, organisation, content }: Draft<C>) => ({
    id,
    reference,
    organisation,
    type: content.type,
    content,
  })

  const submitted = {
    from: ['draft', 'revising'],
    to: { draft: 'underReview', revising: 'revisionUnderReview' },
    event: events.submitted,
    requires: (profile: Profile<C>, { at }: { at: string }) => requirePublishable(profile, at),
    changes: (_: Profile<C>, { request }: { request?: string }) => ({ request }),
  } as const

  return life.table([
    life.begins({
      action: 'draft',
      to: 'draft',
      by: ['owner'],
      event: events.drafted,
      says: (given: Draft<C>) => draftOf(given),
      makes: drafted,
      again: 'refused',
    }),
    // Nothing happens when it exists already. With `publish`, an officer vouches for it at once.
    life.begins({
      action: 'import',
      to: 'draft',
      by: ['owner', 'officer'],
      event: events.drafted,
      says: ({ request, ...draft }: Draft<C> & { publish: boolean; request?: string }) => ({
        ...draftOf(draft),
        ...(request && { request }),
      }),
      makes: drafted,
      followedBy: (_, { publish }) => (publish ? ['submit-on-behalf', 'publish'] : []),
    }),

    life.step({
      action: 'edit',
      from: ['draft', 'published', 'revising'],
      to: { published: 'revising' },
      by: ['owner'],
      event: events.edited,
      says: (profile, { content }: { content: C }) =>
        isSameContent(content, theContent(profile)) ? undefined : { ...named(profile), type: content.type, content },
      changes: (_, { content }) => ({ draft: content }),
    }),
    life.step({ ...submitted, action: 'submit', by: ['owner'], says: (profile) => named(profile) }),
    life.step({
      ...submitted,
      action: 'submit-on-behalf',
      by: ['officer'],
      says: (profile, { request }: { request?: string }) => ({ ...named(profile), ...(request && { request }) }),
    }),
    life.step({
      action: 'publish',
      from: ['underReview', 'revisionUnderReview'],
      to: 'published',
      by: ['officer'],
      guards: [otherOrganisation],
      requires: (profile, { at }) => requirePublishable(profile, at),
      event: events.published,
      says: (profile, _, { at }) => {
        const content = theContent(profile)
        const { revision, publishedAt = at, expiresAt = addDays(at, publicationDays) } = profile
        return { ...named(profile), content, revision: revision + 1, publishedAt, expiresAt }
      },
      changes: (_, { content, revision, publishedAt, expiresAt }) => ({
        content,
        draft: undefined,
        revision,
        publishedAt,
        expiresAt,
      }),
    }),
    life.step({
      action: 'return',
      from: ['underReview', 'revisionUnderReview'],
      to: { underReview: 'draft', revisionUnderReview: 'revising' },
      by: ['officer'],
      guards: [otherOrganisation],
      event: events.returned,
      says: (profile, given: { reason: string }) => withReason(profile, given),
    }),
    life.step({
      action: 'reject',
      from: ['underReview', 'revisionUnderReview'],
      to: { underReview: 'rejected', revisionUnderReview: 'published' },
      by: ['officer'],
      guards: [otherOrganisation],
      event: events.rejected,
      says: (profile, given: { reason: string }) => withReason(profile, given),
      // The draft of a profile that was never public stays readable.
      changes: ({ status, draft }) => ({ draft: status === 'revisionUnderReview' ? undefined : draft }),
    }),
    life.step({
      action: 'allow-contact-data',
      from: ['draft', 'underReview', 'revising', 'revisionUnderReview'],
      by: ['officer'],
      guards: [contactData, otherOrganisation],
      event: events.contactDataAllowed,
      says: (profile, given: { reason: string }) => ({
        ...withReason(profile, given),
        pieces: openFindings(profile).map(({ piece }) => piece),
      }),
      changes: ({ allowed = [] }, { pieces }) => ({ allowed: [...new Set([...allowed, ...pieces])] }),
    }),
    life.step({
      action: 'renew',
      from: visibleStatuses,
      by: ['owner', 'officer'],
      guards: [renewable],
      event: events.renewed,
      says: (profile) => {
        const { expiresAt, ...shown } = publication(profile)
        return { ...shown, expiresAt: addDays(expiresAt, publicationDays) }
      },
      changes: (_, { expiresAt }) => ({ expiresAt, renewed: true, noticed: false }),
    }),
    life.step({
      action: 'withdraw',
      from: ['draft', 'underReview', ...visibleStatuses],
      to: 'withdrawn',
      by: ['owner', 'officer'],
      event: events.withdrawn,
      says: (profile, given: { reason: string }) => ({ ...withReason(profile, given), wasPublic: isPublic(profile) }),
    }),

    life.deadline({
      action: 'remind',
      from: visibleStatuses,
      event: events.expiryReminderSent,
      dueAt: ({ expiresAt, noticed }) =>
        expiresAt === undefined || noticed ? undefined : addDays(expiresAt, -noticeDays),
      until: ({ expiresAt }) => expiresAt,
      says: (profile) => ({ ...named(profile), expiresAt: publication(profile).expiresAt }),
      changes: () => ({ noticed: true }),
    }),
    life.deadline({
      action: 'expire',
      from: visibleStatuses,
      to: 'expired',
      event: events.expired,
      dueAt: ({ expiresAt }) => expiresAt,
      says: (profile) => named(profile),
    }),
    life.deadline({
      action: 'archive',
      from: 'expired',
      to: 'archived',
      event: events.archived,
      dueAt: ({ expiresAt }) => expiresAt && addYears(expiresAt, archiveYears),
      says: (profile) => named(profile),
    }),
    // The organisation's current description; for a public profile with all of its public state.
    life.reaction({
      action: 'rename',
      from: 'any',
      event: events.organisationRenamed,
      says: (profile, { owner }: { owner?: Organisation }) => {
        if (owner?.id !== profile.organisation.id || isSameOrganisation(owner, profile.organisation)) return undefined
        const renamed = { ...profile, organisation: owner }
        return isPublic(profile) ? publication(renamed) : named(renamed)
      },
      changes: ({ renames = 0 }, { organisation, content }) => ({
        organisation,
        ...(content && !content.anonymous && { renames: renames + 1 }),
      }),
    }),
  ])
}

type Life<C extends ProfileContent> = ReturnType<typeof profileLife<C>>

/** `owner`: the current description of the organisation. The profile is renamed before anything else happens. */
export type ProfileCommand<C extends ProfileContent> = Parameters<Life<C>['decide']>[1] & { owner?: Organisation }

/** The life of a profile that first follows a renaming of its organisation. */
export const followingOwner = <C extends ProfileContent>(life: Life<C>) => ({
  ...life,
  decide: (profile: Profile<C> | undefined, command: ProfileCommand<C>): ProfileEvent<C>[] => {
    const { owner, at, by } = command
    const renaming = profile && owner ? life.decide(profile, { type: 'rename', owner, at, by }) : []
    const renamed = renaming.reduce<Profile<C> | undefined>((state, event) => life.evolve(state, event, at), profile)
    return [...renaming, ...life.decide(renamed, command)]
  },
})
