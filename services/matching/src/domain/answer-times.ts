import { deadlineOf, officerWorkingDays, partyWorkingDays } from '@techbridge/contracts'
import { addWorkingDays } from '@techbridge/domain'
import { isHeld } from './gate.ts'
import type { Match } from './match.ts'

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string | undefined) => (other !== undefined && other < one ? other : one)

/** From when on it is too late to respond to the need. The provider's acceptance is the response: after it the seeker may take time. */
export const closesAt = ({ need, accepted }: Pick<Match, 'need' | 'accepted'>): string | undefined =>
  accepted.includes('provider') ? undefined : deadlineOf(need, need)?.endsAt

type Stands = Pick<Match, 'status' | 'gate'>

/** Whose answer is awaited. What the gate holds waits for the officer, also when the parties know of it. */
export const awaited = (match: Stands): 'officer' | 'parties' | undefined => {
  if (match.status === 'proposed') return 'officer'
  if (match.status !== 'approved') return undefined
  return isHeld(match) ? 'officer' : 'parties'
}

const daysToAnswer = (match: Stands) => {
  const whose = awaited(match)
  return whose && { officer: officerWorkingDays, parties: partyWorkingDays }[whose]
}

/** By when an answer is due, the officer's or the parties': not after the response deadline of the need. */
export const answerBy = (match: Stands & Pick<Match, 'askedAt' | 'need' | 'accepted'>): string | undefined => {
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
