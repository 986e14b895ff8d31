import {
  type Evidence,
  evidenceReminderDays,
  type OrganisationAction,
  type OrganisationProfile,
  type OrganisationStatus,
  organisationEvents,
  organisationStatus,
  type VerificationDocument,
  type VerificationEnd,
} from '@techbridge/contracts'
import { type Actor, addDays, type EventsOf, lifecycleOf, type Situation } from '@techbridge/domain'
import { alive, evidenceFrom, verifiedUntil, withEvidence } from './evidence.ts'
import { documentSubmitted, hasParent, independent, parentUnconfirmed } from './guards.ts'

/** An organisation of the directory. Its id is the one that tokens name. */
export interface DirectoryEntry {
  id: string
  profile: OrganisationProfile
  status: OrganisationStatus
  parent?: { id: string; confirmed: boolean } | undefined
  /** What counts, the newest last; all of it is in the history. */
  evidence: Evidence[]
  /** The end of the evidence that a reminder was sent for. */
  remindedOf?: string | undefined
  /** A document that awaits review. */
  document?: VerificationDocument | undefined
  refusal?: string | undefined
  suspension?: string | undefined
  formerIds: string[]
  mergedInto?: string | undefined
  /** Everyone could read it when it was merged. */
  wasPublic?: boolean | undefined
  registeredAt: string
}

export type DirectoryEntryEvent = EventsOf<typeof organisationEvents>

/**
 * How somebody is related to an organisation. `member`: acts for it. `parent`: acts for the one that it names above it. `insider`: an
 * officer who belongs to it, to the one above it or to one that it was.
 */
export type Relation = 'member' | 'parent' | 'officer' | 'insider'

export const relationsTo = (entry: DirectoryEntry, { role, organisation }: Actor): Relation[] => {
  if (organisation === undefined || role === 'system') return []
  if (role === 'officer' || role === 'admin')
    return isInsider(entry, organisation) ? ['officer', 'insider'] : ['officer']
  // An id that became an alias gives nothing: its people are invited, or act for the organisation that they belong to.
  if (organisation === entry.id) return ['member']
  return organisation === entry.parent?.id ? ['parent'] : []
}

const isInsider = ({ id, parent, formerIds, mergedInto }: DirectoryEntry, organisation: string) =>
  [id, parent?.id, mergedInto, ...formerIds].includes(organisation)

/** Whether everyone who is signed in may read it. */
export const isPublic = ({ status, wasPublic }: DirectoryEntry): boolean =>
  status === 'verified' || (status === 'merged' && wasPublic === true)

const life = lifecycleOf<DirectoryEntry, Relation, DirectoryEntryEvent, OrganisationAction>({
  name: 'organisation',
  statuses: organisationStatus.options,
  relations: relationsTo,
})

/** Verified as long as there is evidence. */
const byEvidence = {
  among: ['claimed', 'verified'],
  which: ({ evidence }: DirectoryEntry) => (evidence.length > 0 ? 'verified' : 'claimed'),
} as const
/** The same once evidence was lost, but a suspension stays. */
const afterLoss = {
  among: ['claimed', 'verified', 'suspended'],
  which: ({ status, evidence }: DirectoryEntry) =>
    status === 'verified' && evidence.length === 0 ? 'claimed' : status,
} as const

const open = ['claimed', 'verified'] as const
const registered = ['claimed', 'verified', 'suspended'] as const

const withoutParent = (evidence: readonly Evidence[]) => evidence.filter(({ method }) => method !== 'parent')
const withoutDomain = (evidence: readonly Evidence[], domain: string) => evidence.filter((one) => one.domain !== domain)

/** Set when what is left no longer verifies the organisation. */
const endedBy = <C extends string>({ status }: DirectoryEntry, left: readonly Evidence[], cause: C): C | undefined =>
  status === 'verified' && left.length === 0 ? cause : undefined

const verified = (entry: DirectoryEntry, evidence: Evidence) => ({ id: entry.id, profile: entry.profile, evidence })
/** A document that was taken awaits no review any longer; who vouches for it confirms that it stands above. */
const verifies = ({ evidence, document, refusal, parent }: DirectoryEntry, data: { evidence: Evidence }) => ({
  evidence: withEvidence(evidence, data.evidence),
  ...(data.evidence.method === 'document' ? { document: undefined, refusal: undefined } : { document, refusal }),
  parent: parent && { ...parent, confirmed: parent.confirmed || data.evidence.method === 'parent' },
})
/** The same for every way to lose evidence, as the event alone says what is lost. */
const losesEvidence = ({ evidence }: DirectoryEntry, { cause }: { cause: VerificationEnd }) => ({
  evidence: cause === 'expired' ? [] : withoutParent(evidence),
})
const losesParent = ({ evidence }: DirectoryEntry) => ({ parent: undefined, evidence: withoutParent(evidence) })

const sameProfile = (one: OrganisationProfile, other: OrganisationProfile) =>
  JSON.stringify(one) === JSON.stringify(other)

/** The life of an organisation: what its people say, what verifies it, and what officers decide. */
export const organisationLife = life.table([
  life.begins({
    action: 'register',
    to: 'claimed',
    by: ['member', 'officer'],
    event: organisationEvents.registered,
    says: ({ id, profile }: { id: string; profile: OrganisationProfile }) => ({ id, profile }),
    makes: ({ id, profile }, at, status) => ({ id, profile, status, evidence: [], formerIds: [], registeredAt: at }),
    again: 'refused',
  }),
  life.step({
    action: 'edit',
    from: open,
    to: afterLoss,
    by: ['member', 'officer'],
    guards: [independent],
    event: organisationEvents.edited,
    says: (entry, { profile }: { profile: OrganisationProfile }, { relations }) =>
      sameProfile(entry.profile, profile)
        ? undefined
        : {
            id: entry.id,
            profile,
            wasPublic: isPublic(entry),
            ended: entry.status === 'verified' && !relations.includes('officer') ? ('edited' as const) : undefined,
          },
    changes: ({ evidence }, { profile, ended }) => ({ profile, evidence: ended ? [] : evidence }),
  }),
  life.step({
    action: 'name-parent',
    from: open,
    to: afterLoss,
    by: ['member', 'officer'],
    guards: [independent],
    event: organisationEvents.parentNamed,
    says: (entry, { parent }: { parent: string }) =>
      entry.parent?.id === parent
        ? undefined
        : { id: entry.id, parent, ended: endedBy(entry, withoutParent(entry.evidence), 'evidenceLost' as const) },
    changes: ({ evidence }, { parent }) => ({
      parent: { id: parent, confirmed: false },
      evidence: withoutParent(evidence),
    }),
  }),
  life.step({
    action: 'leave-parent',
    from: open,
    to: afterLoss,
    by: ['member', 'officer'],
    guards: [hasParent, independent],
    event: organisationEvents.parentRemoved,
    says: parentRemoved,
    changes: losesParent,
  }),
  life.step({
    action: 'confirm-parent',
    from: open,
    by: ['parent', 'officer'],
    guards: [hasParent, parentUnconfirmed, independent],
    event: organisationEvents.parentConfirmed,
    says: confirmation,
    changes: (_, { parent }) => ({ parent: { id: parent, confirmed: true } }),
  }),
  life.step({
    action: 'submit-document',
    from: open,
    by: ['member'],
    event: organisationEvents.documentSubmitted,
    says: ({ id }, { document }: { document: VerificationDocument }) => ({ id, document }),
    changes: (_, { document }) => ({ document, refusal: undefined }),
  }),
  life.step({
    action: 'refuse-document',
    from: open,
    by: ['officer'],
    guards: [documentSubmitted, independent],
    event: organisationEvents.documentRefused,
    says: ({ id }, { reason }: { reason: string }) => ({ id, reason }),
    changes: (_, { reason }) => ({ document: undefined, refusal: reason }),
  }),
  life.step({
    action: 'verify-by-document',
    from: open,
    to: 'verified',
    by: ['officer'],
    guards: [documentSubmitted, independent],
    event: organisationEvents.evidenceAccepted,
    says: (entry, _, { at }) => verified(entry, evidenceFrom(at, { method: 'document', document: entry.document })),
    changes: verifies,
  }),
  life.step({
    action: 'verify-by-domain',
    from: open,
    to: 'verified',
    by: ['member', 'officer'],
    guards: [independent],
    event: organisationEvents.evidenceAccepted,
    says: (entry, { domain }: { domain: string }, { at }) =>
      verified(entry, evidenceFrom(at, { method: 'domain', domain })),
    changes: verifies,
  }),
  life.step({
    action: 'verify-by-parent',
    from: open,
    to: 'verified',
    by: ['parent'],
    event: organisationEvents.evidenceAccepted,
    says: (entry, { latest }: { latest: string }, { at }) =>
      verified(entry, evidenceFrom(at, { method: 'parent', parent: entry.parent?.id }, latest)),
    changes: verifies,
  }),
  life.step({
    action: 'release-domain',
    from: registered,
    to: afterLoss,
    by: ['member', 'officer'],
    guards: [independent],
    event: organisationEvents.domainReleased,
    says: (entry, { domain, reason }: { domain: string; reason: string }) => ({
      id: entry.id,
      domain,
      reason,
      ended: endedBy(entry, withoutDomain(entry.evidence, domain), 'evidenceLost' as const),
    }),
    changes: ({ evidence }, { domain }) => ({ evidence: withoutDomain(evidence, domain) }),
  }),
  life.step({
    action: 'suspend',
    from: open,
    to: 'suspended',
    by: ['officer'],
    guards: [independent],
    event: organisationEvents.suspended,
    says: (entry, { reason }: { reason: string }) => ({ id: entry.id, reason, wasPublic: isPublic(entry) }),
    changes: (_, { reason }) => ({ suspension: reason }),
  }),
  life.step({
    action: 'reinstate',
    from: 'suspended',
    to: byEvidence,
    by: ['officer'],
    guards: [independent],
    event: organisationEvents.reinstated,
    says: ({ id }, { reason }: { reason: string }) => ({ id, reason }),
    changes: ({ evidence }, _, at) => ({ evidence: alive(evidence, at), suspension: undefined }),
  }),
  life.step({
    action: 'merge',
    from: registered,
    to: 'merged',
    by: ['officer'],
    guards: [independent],
    event: organisationEvents.merged,
    says: (entry, { into, reason }: { into: string; reason: string }) => ({
      id: entry.id,
      into,
      reason,
      wasPublic: isPublic(entry),
    }),
    // What verified it says nothing about the other one.
    changes: (_, { into, wasPublic }) => ({ mergedInto: into, wasPublic, evidence: [], document: undefined }),
  }),
  life.reaction({
    action: 'unmerge',
    from: 'merged',
    to: 'claimed',
    event: organisationEvents.unmerged,
    says: (entry) => ({ id: entry.id, wasPublic: isPublic(entry) }),
    changes: () => ({ mergedInto: undefined, wasPublic: undefined }),
  }),
  life.reaction({
    action: 'absorb',
    from: 'any',
    event: organisationEvents.absorbed,
    says: ({ id, formerIds }, { former }: { former: string }) =>
      formerIds.includes(former) ? undefined : { id, former },
    changes: ({ formerIds }, { former }) => ({ formerIds: [...formerIds, former] }),
  }),
  life.reaction({
    action: 'lose-voucher',
    from: registered,
    to: afterLoss,
    event: organisationEvents.evidenceEnded,
    says: (entry, { parent }: { parent: string }) => {
      const left = entry.evidence.filter((one) => one.parent !== parent)
      if (left.length === entry.evidence.length) return undefined
      return {
        id: entry.id,
        wasPublic: isPublic(entry),
        cause: 'evidenceLost' as const,
        ended: endedBy(entry, left, 'evidenceLost'),
      }
    },
    changes: losesEvidence,
  }),
  life.reaction({
    action: 'untie',
    from: registered,
    to: afterLoss,
    event: organisationEvents.parentRemoved,
    says: (entry) => (entry.parent?.confirmed ? parentRemoved(entry) : undefined),
    changes: losesParent,
  }),
  life.deadline({
    action: 'remind',
    from: 'verified',
    event: organisationEvents.renewalReminderSent,
    says: ({ id, evidence }) => {
      const until = verifiedUntil(evidence)
      return until === undefined ? undefined : { id, until }
    },
    changes: (_, { until }) => ({ remindedOf: until }),
    dueAt: ({ evidence, remindedOf }) => {
      const until = verifiedUntil(evidence)
      return until === undefined || until === remindedOf ? undefined : addDays(until, -evidenceReminderDays)
    },
    until: ({ evidence }) => verifiedUntil(evidence),
  }),
  life.deadline({
    action: 'expire',
    from: 'verified',
    to: afterLoss,
    event: organisationEvents.evidenceEnded,
    says: ({ id }) => ({ id, wasPublic: true, cause: 'expired' as const, ended: 'expired' as const }),
    changes: losesEvidence,
    dueAt: ({ evidence }) => verifiedUntil(evidence),
  }),
])

function parentRemoved(entry: DirectoryEntry) {
  if (!entry.parent) return undefined
  const ended = endedBy(entry, withoutParent(entry.evidence), 'evidenceLost' as const)
  return { id: entry.id, parent: entry.parent.id, ended }
}

function confirmation({ id, parent }: DirectoryEntry, _: object, __: Situation<Relation>) {
  return parent && { id, parent: parent.id }
}

export type OrganisationCommand = Parameters<typeof organisationLife.decide>[1]
