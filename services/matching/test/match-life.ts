import { type GateAnswer, type MatchedNeed, type MatchedOffer, matchEvents, type Refusal } from '@techbridge/contracts'
import { type Actor, calendarOf, system } from '@techbridge/domain'
import { actors, given, type Happened, happened, history, organisations } from '@techbridge/testkit'
import type { Aspect } from '../src/domain/aspects.ts'
import { type MatchCommand, matchLife } from '../src/domain/match-life.ts'

export const decider = matchLife
export const id = 'match_0123456789abcdef01234567'
export const matcher = system('matching')

/** In the countries of `offer` and `need`. */
export const workingDaysAfter = (at: string, days: number) =>
  `${calendarOf(['CN', 'VN']).after(Temporal.PlainDate.from(at.slice(0, 10)), days).date}${at.slice(10)}`

/** Tuesday 24 November 2026, 09:30 UTC. */
export const tuesday = '2026-11-24T09:30:00.000Z'

export const need = (revision = 1): MatchedNeed => ({
  id: 'need_0123456789abcdef01234567',
  reference: 'TRVN20261120001',
  revision,
  title: 'Drip irrigation for a pomelo orchard',
  organisation: organisations.cooperative,
  anonymous: false,
  dealTypes: ['nonExclusiveLicence'],
  territories: ['VN'],
})

export const offer = (revision = 1): MatchedOffer => ({
  ...need(revision),
  id: 'offer_0123456789abcdef01234567',
  reference: 'TOCN20261120001',
  title: 'Solar drip irrigation',
  organisation: organisations.university,
  ipStatus: 'granted',
})

/** An answer of the gate. */
export const gate = (outcome: GateAnswer['outcome'], why = 'Because.'): GateAnswer => ({ outcome, why, reasons: [] })

const scored = { score: 0.6, features: [], gate: gate('notAssessed') }

export const propose = (
  revisions: { need?: number; offer?: number } = {},
  at = tuesday,
  score = 0.6,
  changed?: readonly Aspect[],
): MatchCommand => ({
  type: 'propose',
  id,
  need: need(revisions.need),
  offer: offer(revisions.offer),
  score,
  features: [],
  changed,
  gate: gate('notAssessed'),
  at,
  by: matcher,
})

/** A proposal of which the gate says this. */
export const gatedAs = (
  answer: GateAnswer,
  revisions: { need?: number; offer?: number } = {},
  at = tuesday,
): MatchCommand => ({ ...(propose(revisions, at) as Extract<MatchCommand, { type: 'propose' }>), gate: answer })

export const release = (who: Actor, at = tuesday): MatchCommand => ({
  type: 'release',
  reason: 'Checked.',
  at,
  by: who,
})

/** A proposal of a need that wants responses until this day. */
export const until = (responseDeadline: string, revision = 1): MatchCommand => ({
  ...(propose({ need: revision }) as Extract<MatchCommand, { type: 'propose' }>),
  need: { ...need(revision), responseDeadline },
})

export const by = (who: Actor, type: 'approve' | 'accept', at = tuesday): MatchCommand => ({ type, at, by: who })
export const refuse = (
  who: Actor,
  type: 'reject' | 'decline',
  code: Refusal['code'] = 'wrongMaturity',
): MatchCommand => ({
  type,
  refusal: { code },
  at: tuesday,
  by: who,
})
export const lapse: MatchCommand = { type: 'lapse', cause: 'offerWithdrawn', at: tuesday, by: matcher }
export const deadline = (at: string): MatchCommand => ({ type: 'deadline', at, by: matcher })

export const proposed: Happened = happened(
  matchEvents.proposed,
  { id, need: need(), offer: offer(), ...scored, dueAt: '2026-12-01T09:30:00.000Z' },
  tuesday,
)
export const approve = by(actors.officer, 'approve')
export const providerAccepts = by(actors.provider, 'accept')
export const seekerAccepts = by(actors.seeker, 'accept')

export const givenMatch = (...commands: MatchCommand[]) => given(decider, ...history(decider, propose(), ...commands))
