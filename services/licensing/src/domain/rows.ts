import {
  type CaseAction,
  type ClearanceFinding,
  type caseEvents,
  caseStatus,
  type DisclosureAct,
  isSameOrganisation,
  type MatchedNeed,
  type MatchedOffer,
  type Party,
  partyIn,
} from '@techbridge/contracts'
import { type EventsOf, lifecycleOf, type Situation } from '@techbridge/domain'
import { askedAnew } from './awaited.ts'
import { type LicensingCase, type Relation, relationsTo, sides } from './case.ts'
import { isAsCleared } from './clearance.ts'

export type CaseEvent = EventsOf<typeof caseEvents>

/** The constructors of rows of the life of a case. */
export const life = lifecycleOf<LicensingCase, Relation, CaseEvent, CaseAction>({
  name: 'case',
  statuses: caseStatus.options,
  relations: relationsTo,
  tells: ['officer', 'provider', 'seeker'],
  completes: askedAnew,
})

export type Where = Situation<Relation>

/** Who acts. `undefined` for nobody of the case. */
const byWhom = ({ relations }: Where) => relations[0]

export const saysBy = (state: LicensingCase, _: object, situation: Where) => {
  const by = byWhom(situation)
  return by && { ...sides(state), by }
}

export const saysWhy = (state: LicensingCase, { reason }: { reason: string }, situation: Where) => {
  const by = byWhom(situation)
  return by && { ...sides(state), by, reason }
}

export const ofParty = (state: LicensingCase, _: object, { relations }: Where) => {
  const party = partyIn(relations)
  return party && { ...sides(state), party }
}

/** A command that discloses across a border carries what the rules say of it now. */
export interface Asked {
  finding?: ClearanceFinding
}

/** The act must be what the officer cleared, also by what the rules say by now. What they say is for officers. */
export const asCleared =
  (act: DisclosureAct) =>
  (state: LicensingCase, { finding }: Asked, { relations }: Where) =>
    isAsCleared(state, act, finding)
      ? undefined
      : { name: 'clearance-changed' as const, found: relations.includes('officer') ? finding : undefined }

/** The current name of a party, in the copies of the match. */
export interface Renaming {
  party: Party
  need: MatchedNeed
  offer: MatchedOffer
}

/** Earlier events, such as signatures, keep the name of their time. */
export const renamed = (state: LicensingCase, { party, ...named }: Renaming) => {
  const kind = party === 'provider' ? 'offer' : 'need'
  const { organisation } = named[kind]
  if (isSameOrganisation(state[kind].organisation, organisation)) return undefined
  return { ...sides(state), [kind]: { ...state[kind], organisation }, party }
}
