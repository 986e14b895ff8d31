import {
  type GateAnswer,
  type GateRecord,
  type Message,
  message,
  type NeedContent,
  type OfferContent,
  type Organisation,
  render,
} from '@techbridge/contracts'
import type { PublishedNeed, PublishedOffer } from './profile.ts'

/**
 * The port of the gate before a proposal: rules of law that say whether a pair may be proposed at all, such as export control. What
 * every adapter guarantees:
 *
 * - `assess` gives one finding for each pair, in their order. A pair is found the same whatever is asked with it, and however often,
 *   as long as the rules and what it says stay the same.
 * - `clear` is a finding of rules that were applied. What they do not know is `notAssessed`, never `clear`.
 * - Whatever is not clear has reasons, for officers.
 * - Rules that cannot be reached show as `Unavailable` (`@techbridge/contracts`), never as a finding.
 */
export interface ProposalGate {
  assess(pairs: readonly PairInQuestion[]): Promise<readonly Finding[]>
}

export interface PairInQuestion {
  need: SideInQuestion<NeedContent>
  offer: SideInQuestion<OfferContent>
}

/** What the gate is told of a side, as it is published. */
interface SideInQuestion<C extends NeedContent | OfferContent>
  extends Pick<C, 'type' | 'sector' | 'ipc' | 'dealTypes' | 'territories'> {
  id: string
  revision: number
  country: Organisation['country']
  /** Of the organisation. */
  kind: Organisation['kind']
}

export interface Finding extends Pick<GateAnswer, 'outcome' | 'edition'> {
  reasons: readonly Message[]
}

/** What becomes of pairs that the gate has not assessed. */
export type Unassessed = 'propose' | 'hold'

export const inQuestion = (need: PublishedNeed, offer: PublishedOffer): PairInQuestion => ({
  need: { ...ofSide(need), type: need.content.type },
  offer: { ...ofSide(offer), type: offer.content.type },
})

const ofSide = ({ id, revision, organisation, content }: PublishedNeed | PublishedOffer) => ({
  id,
  revision,
  country: organisation.country,
  kind: organisation.kind,
  sector: content.sector,
  ipc: content.ipc,
  dealTypes: content.dealTypes,
  territories: content.territories,
})

/** Whether two descriptions of an organisation are the same to rules. */
export const isSameToRules = (one: Organisation, other: Organisation) =>
  one.country === other.country && one.kind === other.kind

/**
 * The finding as an answer that is kept and shown. Where nothing may be proposed unassessed, an officer decides. Fails for a finding
 * that is not clear and gives no reason, which nobody could act on.
 */
export const answerOf = ({ outcome, reasons, edition }: Finding, unassessed: Unassessed): GateAnswer => {
  if (outcome !== 'clear' && reasons.length === 0) throw new Error(`the gate gave no reason for “${outcome}”`)
  const isHeld = outcome === 'notAssessed' && unassessed === 'hold'
  const said = isHeld ? [...reasons, message('gate.must-be-assessed')] : reasons
  return {
    outcome: isHeld ? 'hold' : outcome,
    why: said.map((one) => render(one)).join(' '),
    reasons: [...said],
    ...(edition !== undefined && { edition }),
  }
}

type Gated = { gate?: GateRecord }

/** Whether the match waits for an officer, because the gate wants it so. */
export const isHeld = ({ gate }: Gated) => gate?.outcome === 'hold' && !gate.release

/** Whether the gate says the same of a match as before. Matches of earlier versions have not been assessed. */
export const isSameAnswer = (before: GateRecord | undefined, now: GateAnswer) =>
  before ? said(before) === said(now) : now.outcome === 'notAssessed'

const said = ({ outcome, reasons, edition }: GateAnswer) => JSON.stringify([outcome, reasons, edition])
