import {
  deadlineOf,
  type LapseCause,
  type MatchAction,
  type MatchStatus,
  officerWorkingDays,
  partyWorkingDays,
} from '@techbridge/contracts'
import { addWorkingDays, type Guard, workflow } from '@techbridge/kit/domain'
import type { Match, Relation } from './match.ts'

/** What people do, and what the system does: on deadlines, and when profiles come, change and go. */
export type WorkflowAction = MatchAction | 'agree' | 'remind' | 'escalate' | 'lapse' | 'repropose'

const notYetAccepted: Guard<Match, Relation> = {
  name: 'not-yet-accepted',
  passes: ({ accepted }, { relations }) => !accepted.some((party) => relations.includes(party)),
  otherwise: 'your side has accepted; the other side’s answer is awaited.',
}

/** From when on it is too late to respond to the need. The provider's acceptance is the response: after it the seeker may take time. */
const closesAt = ({ need, accepted }: Pick<Match, 'need' | 'accepted'>): string | undefined =>
  accepted.includes('provider') ? undefined : deadlineOf(need, need)?.endsAt

export const inTime: Guard<Match, Relation> = {
  name: 'response-deadline',
  passes: (match, { at }) => {
    const closing = closesAt(match)
    return closing === undefined || at < closing
  },
  otherwise: 'the response deadline of the need has passed; its owner may revise the need with a later one.',
}

/** The life of a match: every action, who may take it, and where it leads. */
export const matchWorkflow = workflow<MatchStatus, WorkflowAction, Relation, Match>([
  { action: 'approve', from: 'proposed', to: 'approved', by: ['officer'], guard: inTime },
  { action: 'reject', from: 'proposed', to: 'rejected', by: ['officer'] },
  { action: 'remind', from: 'proposed', to: 'proposed', by: ['system'] },
  { action: 'escalate', from: 'proposed', to: 'proposed', by: ['system'] },
  { action: 'lapse', from: 'proposed', to: 'lapsed', by: ['system'] },

  { action: 'accept', from: 'approved', to: 'approved', by: ['provider', 'seeker'], guard: notYetAccepted },
  { action: 'agree', from: 'approved', to: 'agreed', by: ['system'] },
  { action: 'decline', from: 'approved', to: 'declined', by: ['provider', 'seeker'] },
  { action: 'remind', from: 'approved', to: 'approved', by: ['system'] },
  { action: 'lapse', from: 'approved', to: 'lapsed', by: ['system'] },

  { action: 'repropose', from: 'rejected', to: 'proposed', by: ['system'] },
  { action: 'repropose', from: 'declined', to: 'proposed', by: ['system'] },
  { action: 'repropose', from: 'lapsed', to: 'proposed', by: ['system'] },
])

export type Deadline =
  | { at: string; action: 'remind' | 'escalate' }
  | { at: string; action: 'lapse'; cause: LapseCause }

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string | undefined) => (other !== undefined && other < one ? other : one)

/**
 * What the calendar does next. An officer is reminded at half of the time, at its end the officer's lead is asked, and
 * after as much time again the match lapses. Parties are reminded at half of their time; at its end the match lapses. Each
 * step leaves its own time, also when it came late because the system was down. The response deadline of the need ends it all.
 */
export const nextDeadline = (match: Match): Deadline | undefined => {
  const next = nextStep(match)
  const closing = closesAt(match)
  return next && closing !== undefined && closing <= next.at
    ? { at: closing, action: 'lapse', cause: 'needDeadlinePassed' }
    : next
}

const nextStep = ({ status, askedAt, remindedAt, escalatedAt }: Match): Deadline | undefined => {
  if (status === 'proposed') {
    if (escalatedAt) return { at: addWorkingDays(escalatedAt, officerWorkingDays), action: 'lapse', cause: 'noAnswer' }
    if (!remindedAt) return { at: addWorkingDays(askedAt, officerWorkingDays / 2), action: 'remind' }
    return { at: dueAfter(askedAt, remindedAt, officerWorkingDays), action: 'escalate' }
  }
  if (status === 'approved') {
    if (!remindedAt) return { at: addWorkingDays(askedAt, partyWorkingDays / 2), action: 'remind' }
    return { at: dueAfter(askedAt, remindedAt, partyWorkingDays), action: 'lapse', cause: 'noAnswer' }
  }
  return undefined
}

/** The end of the time, but not before what half of it leaves after a reminder. */
const dueAfter = (askedAt: string, remindedAt: string, days: number) =>
  later(addWorkingDays(askedAt, days), addWorkingDays(remindedAt, Math.floor(days / 2)))

/** By when an answer is due, the officer's or the parties': not after the response deadline of the need. */
export const answerBy = (match: Pick<Match, 'status' | 'askedAt' | 'need' | 'accepted'>): string | undefined => {
  const { status, askedAt } = match
  if (status === 'proposed') return earlier(addWorkingDays(askedAt, officerWorkingDays), closesAt(match))
  if (status === 'approved') return earlier(addWorkingDays(askedAt, partyWorkingDays), closesAt(match))
  return undefined
}
