import type { ClearanceFinding, DisclosureAct, Message, Organisation } from '@techbridge/contracts'
import { render } from '@techbridge/contracts'
import { type ClearedSubject, finalStatuses, type LicensingCase, pausedStatuses } from './case.ts'

/**
 * The port of the rules of law on what crosses a border, such as export control. What every adapter guarantees:
 *
 * - `ask` finds the same for the same question as long as the rules stay the same.
 * - `clear` is a finding of rules that were applied. What they do not know is `unknown`.
 * - Whatever is not clear has reasons, for officers.
 * - Rules that cannot be reached show as `Unavailable` (`@techbridge/port`), never as a finding.
 */
export interface ClearanceRules {
  ask(question: ClearanceQuestion): Promise<RuleFinding>
}

/** This offer, these parties, this act. */
export interface ClearanceQuestion extends Pick<LicensingCase, 'dealType' | 'family'> {
  act: DisclosureAct
  case: string
  offer: { id: string; revision: number }
  provider: Pick<Organisation, 'id' | 'country' | 'kind'>
  seeker: Pick<Organisation, 'id' | 'country' | 'kind'>
}

export interface RuleFinding extends Pick<ClearanceFinding, 'outcome' | 'edition'> {
  reasons: readonly Message[]
}

type Subject = Pick<LicensingCase, 'need' | 'offer'>

const party = ({ id, country, kind }: Organisation) => ({ id, country, kind })

export const questionOf = (
  { id, need, offer, dealType, family }: Pick<LicensingCase, 'id' | 'need' | 'offer' | 'dealType' | 'family'>,
  act: DisclosureAct,
): ClearanceQuestion => ({
  act,
  case: id,
  offer: { id: offer.id, revision: offer.revision },
  provider: party(offer.organisation),
  seeker: party(need.organisation),
  dealType,
  family,
})

/** The finding as it is kept. Fails for one that is not clear and gives no reason, which nobody could act on. */
export const findingOf = ({ outcome, reasons, edition }: RuleFinding): ClearanceFinding => {
  if (outcome !== 'clear' && reasons.length === 0) throw new Error(`the rules gave no reason for “${outcome}”`)
  return {
    outcome,
    why: reasons.map((one) => render(one)).join(' '),
    reasons: [...reasons],
    ...(edition !== undefined && { edition }),
  }
}

const nameOf = ({ id, country, kind }: Organisation) => [id, country, kind].join(' ')

export const subjectOf = ({ need, offer }: Subject): ClearedSubject => ({
  offer: offer.id,
  revision: offer.revision,
  provider: nameOf(offer.organisation),
  seeker: nameOf(need.organisation),
})

const isSameSubject = (one: ClearedSubject, other: ClearedSubject) =>
  one.offer === other.offer &&
  one.revision === other.revision &&
  one.provider === other.provider &&
  one.seeker === other.seeker

export const crossesBorder = ({ need, offer }: Subject) => need.organisation.country !== offer.organisation.country

/** The clearance of the act, as long as offer and parties are those that were cleared. */
export const clearanceOf = (state: LicensingCase, act: DisclosureAct) =>
  state.clearances.find((one) => one.act === act && isSameSubject(one.subject, subjectOf(state)))

/** Whether nothing forbids the act: it crosses no border, or an officer has cleared it. Unknown is never clear. */
export const isCleared = (state: LicensingCase, act: DisclosureAct) =>
  !crossesBorder(state) || clearanceOf(state, act) !== undefined

/** Whether what the rules say now is what the officer knew. An act across a border about which they were not asked is not. */
export const isAsCleared = (state: LicensingCase, act: DisclosureAct, finding: ClearanceFinding | undefined) => {
  if (!crossesBorder(state)) return true
  const known = clearanceOf(state, act)?.finding
  return (
    known !== undefined &&
    finding !== undefined &&
    finding.outcome !== 'prohibited' &&
    finding.outcome === known.outcome &&
    finding.edition === known.edition
  )
}

/** The acts that the status means to be going on: they must stay cleared. */
const actsUnderWay = ({ status, agreementSignedBy }: LicensingCase): DisclosureAct[] => {
  if (status === 'evaluation') return ['evaluation']
  if (status === 'negotiation' || status === 'legalReview' || status === 'approval') return ['negotiation']
  if (status === 'signature') return agreementSignedBy.length > 0 ? ['negotiation', 'signature'] : ['negotiation']
  return []
}

/** Whether all that goes on is cleared. */
export const isStepCleared = (state: LicensingCase) => actsUnderWay(state).every((act) => isCleared(state, act))

const stopped: readonly string[] = [...finalStatuses, ...pausedStatuses]

/** Whether the act may disclose something now: both sides have signed the NDA, the case goes on, and the act is cleared. */
export const mayDisclose = (state: LicensingCase, act: DisclosureAct) =>
  state.ndaSignedBy.length === 2 && !stopped.includes(state.status) && isCleared(state, act)
