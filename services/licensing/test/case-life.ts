import {
  type CaseAction,
  type CaseStatus,
  type ClearanceFinding,
  type DisclosureAct,
  type MatchedNeed,
  type MatchedOffer,
  message,
} from '@techbridge/contracts'
import { type Actor, system } from '@techbridge/domain'
import { actors, organisations } from '@techbridge/testkit'
import type { CaseCommand } from '../src/domain/licensing-case.ts'

export const at = '2026-11-24T08:00:00.000Z'
export const id = 'case_0123456789abcdef01234567'
export const match = 'match_0123456789abcdef01234567'

export const need: MatchedNeed = {
  id: 'need_0123456789abcdef01234567',
  reference: 'TRVN20261120001',
  revision: 1,
  title: 'Drip irrigation for a pomelo orchard',
  organisation: organisations.cooperative,
  anonymous: false,
  dealTypes: ['nonExclusiveLicence'],
  territories: ['VN'],
}
export const offer: MatchedOffer = {
  ...need,
  id: 'offer_0123456789abcdef01234567',
  reference: 'TOCN20261120001',
  title: 'Solar drip irrigation',
  organisation: organisations.university,
  ipStatus: 'granted',
}

export const open = (when: string): CaseCommand => ({
  type: 'open',
  id,
  match,
  need,
  offer,
  at: when,
  by: system('licensing'),
})
export const opened = open(at)

export const finding: ClearanceFinding = {
  outcome: 'unknown',
  why: 'Nobody knows.',
  reasons: [message('clearance.no-rules')],
}
const reason = 'no budget'

/** An action as somebody takes it, with what its request gives. `more` replaces what is usual. */
export const by = (who: Actor, type: CaseAction, more: object = {}): CaseCommand => {
  const given: Partial<Record<CaseAction, object>> = {
    'choose-deal': { dealType: 'nonExclusiveLicence' },
    'start-evaluation': { finding },
    'start-negotiation': { finding },
    sign: { finding },
    clear: { act: 'negotiation', finding },
    'revoke-clearance': { act: 'negotiation' },
    rework: { to: 'negotiation' },
    record: { office: 'CNIPA', number: 'X1', on: '2026-12-01' },
    'set-term': { endsOn: '2031-12-31' },
    'declare-encumbrance': { kind: 'coOwner', holder: 'Lotus Institute' },
    'settle-encumbrance': { number: 1 },
    'plan-indicator': { kind: 'yield', name: 'Yield per rai', dueOn: '2027-06-30' },
    'report-indicator': { number: 1, text: 'Two harvests.' },
    'waive-indicator': { number: 1 },
  }
  return { type, at, by: who, reason, ...given[type], ...more } as CaseCommand
}
export const terminate = (who: Actor): CaseCommand => ({ type: 'terminate', reason, at, by: who })
export const deadline = (when: string): CaseCommand => ({ type: 'deadline', at: when, by: system('licensing') })

const { officer, provider, seeker } = actors
const clear = (...acts: DisclosureAct[]) => acts.map((act) => by(officer, 'clear', { act }))

const drafted = [by(officer, 'draft-nda')]
const ndaSigned = [...drafted, by(seeker, 'sign-nda'), by(provider, 'sign-nda')]
const clearance = [...ndaSigned, by(officer, 'start-clearance')]
const negotiation = [...clearance, ...clear('negotiation'), by(officer, 'start-negotiation')]
const legalReview = [...negotiation, by(seeker, 'request-review')]
const approval = [...legalReview, by(provider, 'affirm-encumbrances'), by(officer, 'pass-review')]
const signature = [...approval, ...[officer, provider, seeker].map((who) => by(who, 'approve')), ...clear('signature')]
const recordal = [...signature, by(provider, 'sign'), by(seeker, 'sign')]
const signed = [...recordal, by(officer, 'waive-recordal')]
const active = [...signed, by(officer, 'activate')]

/** What leads into each status, after the case was opened. */
export const cameInto: Record<CaseStatus, CaseCommand[]> = {
  opened: [],
  nda: drafted,
  evaluation: [...ndaSigned, ...clear('evaluation'), by(officer, 'start-evaluation')],
  clearance,
  negotiation,
  legalReview,
  approval,
  signature,
  recordal,
  signed,
  active,
  amended: [...active, by(seeker, 'amend')],
  onHold: [...negotiation, by(seeker, 'hold')],
  inDispute: [...negotiation, by(seeker, 'dispute')],
  completed: [...active, by(officer, 'complete')],
  expired: [...active, by(officer, 'set-term', { endsOn: '2026-12-31' }), deadline('2027-01-01T12:00:00.000Z')],
  terminated: [terminate(provider)],
}
