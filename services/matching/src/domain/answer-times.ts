import { deadlineOf, officerWorkingDays, partyWorkingDays } from '@techbridge/contracts'
import { addWorkingDays } from '@techbridge/domain'
import type { Match } from './match.ts'

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string | undefined) => (other !== undefined && other < one ? other : one)

/** From when on it is too late to respond to the need. The provider's acceptance is the response: after it the seeker may take time. */
export const closesAt = ({ need, accepted }: Pick<Match, 'need' | 'accepted'>): string | undefined =>
  accepted.includes('provider') ? undefined : deadlineOf(need, need)?.endsAt

const daysToAnswer = ({ status }: Pick<Match, 'status'>) =>
  status === 'proposed' ? officerWorkingDays : status === 'approved' ? partyWorkingDays : undefined

/** By when an answer is due, the officer's or the parties': not after the response deadline of the need. */
export const answerBy = (match: Pick<Match, 'status' | 'askedAt' | 'need' | 'accepted'>): string | undefined => {
  const days = daysToAnswer(match)
  return days === undefined ? undefined : earlier(addWorkingDays(match.askedAt, days), closesAt(match))
}

/** At half of the time, once. */
export const remindAt = (match: Match): string | undefined => {
  const days = daysToAnswer(match)
  return days === undefined || match.remindedAt || match.escalatedAt
    ? undefined
    : addWorkingDays(match.askedAt, days / 2)
}

/** The end of the time, but not before what half of it leaves after a reminder that came late because the system was down. */
export const endsAt = (match: Match): string | undefined => {
  const days = daysToAnswer(match)
  if (days === undefined || !match.remindedAt) return undefined
  return later(addWorkingDays(match.askedAt, days), addWorkingDays(match.remindedAt, Math.floor(days / 2)))
}

/** As much time again after the officer's lead was asked. */
export const endsAfterEscalation = ({ escalatedAt }: Match): string | undefined =>
  escalatedAt && addWorkingDays(escalatedAt, officerWorkingDays)
