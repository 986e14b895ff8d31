import {
  type CaseAction,
  type CaseStatus,
  caseEvents,
  caseStatus,
  isSameOrganisation,
  type MatchedNeed,
  type MatchedOffer,
  type Party,
  parties,
  partyIn,
  type Refuser,
} from '@techbridge/contracts'
import { type Actor, type EventsOf, type Guard, lifecycleOf, type Situation } from '@techbridge/domain'

/** A licensing case. Need and offer are licensing's own copies, as they stood when the match was agreed. */
export interface LicensingCase {
  id: string
  match: string
  need: MatchedNeed
  offer: MatchedOffer
  status: CaseStatus
  ndaSignedBy: Party[]
  agreementSignedBy: Party[]
  openedAt: string
}

export type CaseEvent = EventsOf<typeof caseEvents>
export type Relation = Refuser

/** How somebody is related to a case. */
export const relationsTo = ({ need, offer }: Pick<LicensingCase, 'need' | 'offer'>, by: Actor): Relation[] => {
  if (by.role === 'officer' || by.role === 'admin') return ['officer']
  if (by.role === 'provider' && by.organisation === offer.organisation.id) return ['provider']
  if (by.role === 'seeker' && by.organisation === need.organisation.id) return ['seeker']
  return []
}

const life = lifecycleOf<LicensingCase, Relation, CaseEvent, CaseAction>({
  name: 'case',
  statuses: caseStatus.options,
  relations: relationsTo,
})

const hasSigned = (signatures: readonly Party[], { relations }: Situation<Relation>) =>
  signatures.some((party) => party === partyIn(relations))

type CaseGuard = Guard<LicensingCase, Relation>

const ndaUnsigned: CaseGuard = {
  name: 'nda-unsigned',
  passes: ({ ndaSignedBy }, situation) => !hasSigned(ndaSignedBy, situation),
}

const ndaComplete: CaseGuard = {
  name: 'nda-complete',
  passes: ({ ndaSignedBy }) => ndaSignedBy.length === parties.length,
}

const agreementUnsigned: CaseGuard = {
  name: 'agreement-unsigned',
  passes: ({ agreementSignedBy }, situation) => !hasSigned(agreementSignedBy, situation),
}

const sides = ({ id, match, need, offer }: Pick<LicensingCase, 'id' | 'match' | 'need' | 'offer'>) => ({
  id,
  match,
  need,
  offer,
})

const signature = (licensingCase: LicensingCase, { relations }: Situation<Relation>) => {
  const party = partyIn(relations)
  return party && { ...sides(licensingCase), party }
}

/** The current name of a party, in the copies of the match. */
interface Renaming {
  party: Party
  need: MatchedNeed
  offer: MatchedOffer
}

/** Earlier events, such as signatures, keep the name of their time. */
const renamed = (licensingCase: LicensingCase, { party, ...named }: Renaming) => {
  const kind = party === 'provider' ? 'offer' : 'need'
  const { organisation } = named[kind]
  if (isSameOrganisation(licensingCase[kind].organisation, organisation)) return undefined
  return { ...sides(licensingCase), [kind]: { ...licensingCase[kind], organisation }, party }
}

/** The life of a case from the agreed match to an agreement in force. */
export const caseLife = life.table([
  life.begins({
    action: 'open',
    to: 'opened',
    event: caseEvents.opened,
    says: (given: Pick<LicensingCase, 'id' | 'match' | 'need' | 'offer'>) => sides(given),
    makes: (data, at, status) => ({ ...data, status, ndaSignedBy: [], agreementSignedBy: [], openedAt: at }),
  }),
  life.step({
    action: 'draft-nda',
    from: 'opened',
    to: 'nda',
    by: ['officer'],
    event: caseEvents.ndaDrafted,
    says: sides,
  }),
  life.step({
    action: 'sign-nda',
    from: 'nda',
    by: parties,
    guards: [ndaUnsigned],
    event: caseEvents.ndaSigned,
    says: (licensingCase, _, situation) => signature(licensingCase, situation),
    changes: ({ ndaSignedBy }, { party }) => ({ ndaSignedBy: [...ndaSignedBy, party] }),
  }),
  life.step({
    action: 'start-negotiation',
    from: 'nda',
    to: 'negotiation',
    by: ['officer'],
    guards: [ndaComplete],
    event: caseEvents.negotiationStarted,
    says: sides,
  }),
  life.step({
    action: 'sign',
    from: 'negotiation',
    to: {
      among: ['negotiation', 'signed'],
      which: ({ agreementSignedBy }) => (agreementSignedBy.length === parties.length ? 'signed' : 'negotiation'),
    },
    by: parties,
    guards: [agreementUnsigned],
    event: caseEvents.agreementSigned,
    says: (licensingCase, _, situation) => signature(licensingCase, situation),
    changes: ({ agreementSignedBy }, { party }) => ({ agreementSignedBy: [...agreementSignedBy, party] }),
  }),
  life.step({
    action: 'activate',
    from: 'signed',
    to: 'active',
    by: ['officer'],
    event: caseEvents.activated,
    says: sides,
  }),
  life.step({
    action: 'terminate',
    from: ['opened', 'nda', 'negotiation', 'signed', 'active'],
    to: 'terminated',
    by: ['officer', ...parties],
    event: caseEvents.terminated,
    says: (licensingCase, { reason }: { reason: string }, { relations }) => ({
      ...sides(licensingCase),
      reason,
      by: relations[0],
    }),
  }),
  life.reaction({
    action: 'rename',
    from: 'any',
    event: caseEvents.organisationRenamed,
    says: renamed,
    changes: (_, { need, offer }) => ({ need, offer }),
  }),
])

export type CaseCommand = Parameters<typeof caseLife.decide>[1]
