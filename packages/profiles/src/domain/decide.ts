import {
  archiveYears,
  isSameOrganisation,
  noticeDays,
  type Organisation,
  publicationDays,
  type Role,
  visibleStatuses,
} from '@techbridge/contracts'
import { addDays, addYears, DomainError, type DomainEvent } from '@techbridge/kit/domain'
import { describeFinding, openFindings } from './contact-data.ts'
import { describePassed, passedDeadline } from './deadline.ts'
import { evolve } from './evolve.ts'
import { type Profile, type ProfileCommand, type ProfileContent, type ProfileEvents, relationsTo } from './profile.ts'
import { profileWorkflow, type WorkflowAction } from './workflow.ts'

/** The rules of a profile's life, for the kind whose events these are and whose owners have this role. */
export const profileDecider = <C extends ProfileContent>(events: ProfileEvents, ownerRole: Role) => {
  const happened = (contract: { type: string }, profile: Profile<C>, more: object = {}): DomainEvent => ({
    type: contract.type,
    data: {
      id: profile.id,
      reference: profile.reference,
      type: (profile.draft ?? profile.content)?.type,
      organisation: profile.organisation,
      ...more,
    },
  })

  const publication = (content: C, revision: number, publishedAt: string, expiresAt: string) => ({
    content,
    revision,
    publishedAt,
    expiresAt,
    type: content.type,
  })

  const published = (profile: Profile<C>, at: string) => {
    const publishedAt = profile.publishedAt ?? at
    const expiresAt = profile.expiresAt ?? addDays(at, publicationDays)
    return happened(
      events.published,
      profile,
      publication(profile.draft as C, profile.revision + 1, publishedAt, expiresAt),
    )
  }

  const create = (command: Extract<ProfileCommand<C>, { type: 'draft' | 'import' }>): DomainEvent[] => {
    const profile = newProfile(command)
    const request = command.type === 'import' ? command.request : undefined
    const drafted = happened(events.drafted, profile, { content: command.content, ...(request && { request }) })
    if (command.type === 'draft' || !command.publish) return [drafted]
    requirePublishable(profile, command.at)
    const submitted = happened(events.submitted, profile, request ? { request } : {})
    return [drafted, submitted, published(profile, command.at)]
  }

  const deadline = (profile: Profile<C>, at: string): DomainEvent[] => {
    if (profile.status === 'expired') return [happened(events.archived, profile)]
    if (at >= (profile.expiresAt as string)) return [happened(events.expired, profile)]
    return [happened(events.expiryNoticed, profile, { expiresAt: profile.expiresAt })]
  }

  const renamed = (profile: Profile<C>, organisation: Organisation): DomainEvent => {
    const { content, revision, publishedAt, expiresAt } = profile
    const shown = isPublic(profile) && publication(content as C, revision, publishedAt as string, expiresAt as string)
    return happened(events.organisationRenamed, { ...profile, organisation }, shown || {})
  }

  /** Renames the organisation first where it is named otherwise by now, so that what follows carries its new name. */
  const decide = (profile: Profile<C> | undefined, command: ProfileCommand<C>): DomainEvent[] => {
    const { owner } = command
    if (!profile || owner?.id !== profile.organisation.id || isSameOrganisation(owner, profile.organisation))
      return decideNext(profile, command)
    const rename = renamed(profile, owner)
    return [rename, ...decideNext(evolve(profile, rename, command.at), command)]
  }

  const decideNext = (profile: Profile<C> | undefined, command: ProfileCommand<C>): DomainEvent[] => {
    if (command.type === 'import' && profile) return []
    if (command.type === 'draft' || command.type === 'import') {
      if (profile) throw new DomainError('conflict', 'exists', `${profile.id} exists already.`)
      return create(command)
    }
    if (!profile) throw new DomainError('notFound', 'not-found', 'There is no such profile.')
    if (command.type === 'rename') return []
    if (command.type === 'deadline') {
      const due = dueAt(profile)
      return due !== undefined && command.at >= due ? deadline(profile, command.at) : []
    }

    const situation = { relations: relationsTo(profile, command.by, ownerRole), at: command.at }
    profileWorkflow.next(profile, command.type satisfies WorkflowAction, situation)
    switch (command.type) {
      case 'edit':
        if (isSame(command.content, profile.draft ?? profile.content)) return []
        return [happened(events.edited, profile, { content: command.content, type: command.content.type })]
      case 'submit':
        requirePublishable(profile, command.at)
        return [happened(events.submitted, profile)]
      case 'submit-on-behalf':
        requirePublishable(profile, command.at)
        return [happened(events.submitted, profile, { request: command.request })]
      case 'allow-contact-data': {
        const pieces = openFindings(profile).map(({ piece }) => piece)
        return [happened(events.contactDataAllowed, profile, { pieces, reason: command.reason })]
      }
      case 'publish':
        requirePublishable(profile, command.at)
        return [published(profile, command.at)]
      case 'return':
        return [happened(events.returned, profile, { reason: command.reason })]
      case 'reject':
        return [happened(events.rejected, profile, { reason: command.reason })]
      case 'withdraw':
        return [happened(events.withdrawn, profile, { reason: command.reason, wasPublic: isPublic(profile) })]
      case 'renew': {
        const { content, revision, publishedAt, expiresAt } = profile as Required<Profile<C>>
        const until = addDays(expiresAt, publicationDays)
        return [happened(events.renewed, profile, publication(content, revision, publishedAt, until))]
      }
    }
  }

  return { decide, evolve: evolve<C> }
}

const newProfile = <C extends ProfileContent>(
  command: Extract<ProfileCommand<C>, { type: 'draft' | 'import' }>,
): Profile<C> => ({
  id: command.id,
  reference: command.reference,
  organisation: command.organisation,
  status: 'draft',
  revision: 0,
  draft: command.content,
  createdAt: command.at,
  noticed: false,
  renewed: false,
})

/** What is submitted, and what is published, must be fit for it at that moment. */
const requirePublishable = (profile: Profile, at: string) => {
  requireNoContactData(profile)
  requireOpenDeadline(profile, at)
}

const requireOpenDeadline = (profile: Profile, at: string) => {
  const passed = profile.draft && passedDeadline(profile.draft, profile, at)
  if (!passed) return
  throw new DomainError(
    'invalid',
    'deadline-passed',
    'The response deadline has passed, so that nobody could respond. Its owner gives a later responseDeadline, or leaves it out; an officer who reviews it returns it for that.',
    { fields: [{ path: 'content.responseDeadline', message: describePassed(passed) }] },
  )
}

const requireNoContactData = (profile: Profile) => {
  const found = profile.draft?.anonymous ? openFindings(profile) : []
  if (found.length === 0) return
  throw new DomainError(
    'invalid',
    'contact-data',
    'The public texts of an anonymous profile tell whose it is. Take this out, or let the profile be named; an officer can let a false alarm pass.',
    { fields: found.map((finding) => ({ path: `content.${finding.path}`, message: describeFinding(finding) })) },
  )
}

/** Whether two contents say the same; the order of fields says nothing. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const [of, and] = [Object.entries(one), Object.entries(other)].map((entries) =>
    entries.filter(([, value]) => value !== undefined),
  ) as [[string, unknown][], [string, unknown][]]
  return (
    Array.isArray(one) === Array.isArray(other) &&
    of.length === and.length &&
    of.every(([name, value]) => Object.hasOwn(other, name) && isSame(value, (other as Record<string, unknown>)[name]))
  )
}

/** Whether everyone may see it. */
export const isPublic = ({ status }: Pick<Profile, 'status'>) => (visibleStatuses as readonly string[]).includes(status)

/** When the calendar next does something to the profile: notice, expiry, archive. */
export const dueAt = ({ status, expiresAt, noticed }: Profile): string | undefined => {
  if (expiresAt === undefined) return undefined
  switch (status) {
    case 'published':
    case 'revising':
    case 'revisionUnderReview':
      return noticed ? expiresAt : addDays(expiresAt, -noticeDays)
    case 'expired':
      return addYears(expiresAt, archiveYears)
    default:
      return undefined
  }
}
