import { type CountedDays, deadlineOf, officerWorkingDays, partyWorkingDays, shownCountry } from '@techbridge/contracts'
import { afterWorkingDays as after, type CountedInstant } from '@techbridge/domain'
import { isHeld } from './gate.ts'
import type { Match } from './match.ts'

type Sides = Pick<Match, 'need' | 'offer'>
type Stands = Pick<Match, 'status' | 'gate'>
type Asked = Sides & Stands & Pick<Match, 'askedAt' | 'saidDueAt' | 'accepted'>

interface Time {
  /** UTC instant. */
  at: string
  /** Absent when it comes from the response deadline of the need. */
  calendar?: CountedDays
}

const later = (one: string, other = '') => (one > other ? one : other)

const countryOf = ({ anonymous, reference, organisation }: Sides['need' | 'offer']) =>
  shownCountry(anonymous, reference, organisation)

/**
 * The same time of day (UTC) so many working days later, half a day counting as one. A day counts when the countries of both sides
 * work, whoever is asked: neither side loses a day to its own holidays, nor does an officer in either country.
 */
const afterWorkingDays = ({ offer, need }: Sides, at: string, days: number): CountedInstant =>
  after([countryOf(offer), countryOf(need)], at, days)

/** From when on it is too late to respond to the need. The provider's acceptance is the response: after it the seeker may take time. */
export const closesAt = ({ need, accepted }: Pick<Match, 'need' | 'accepted'>): string | undefined =>
  accepted.includes('provider') ? undefined : deadlineOf(need, need)?.endsAt

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

/** The end of so many days. Holidays that are known better by now move it back only: nobody has less time than was said. */
const endOfDays = (match: Asked, days: number): CountedInstant => {
  const { at, calendar } = afterWorkingDays(match, match.askedAt, days)
  return { at: later(at, match.saidDueAt), calendar }
}

/** By when an answer is due, the officer's or the parties': not after the response deadline of the need. */
export const answerTime = (match: Asked): Time | undefined => {
  const days = daysToAnswer(match)
  if (days === undefined) return undefined
  const end = endOfDays(match, days)
  const closing = closesAt(match)
  return closing !== undefined && closing < end.at ? { at: closing } : end
}

/** At half of the time, once. */
export const remindAt = (match: Match): string | undefined => {
  const days = daysToAnswer(match)
  return days === undefined || match.remindedAt || match.escalatedAt
    ? undefined
    : afterWorkingDays(match, match.askedAt, days / 2).at
}

/** The end of the time, but not before what half of it leaves after a reminder that came late because the system was down. */
export const endsAt = (match: Match): string | undefined => {
  const days = daysToAnswer(match)
  if (days === undefined || !match.remindedAt) return undefined
  return later(endOfDays(match, days).at, afterWorkingDays(match, match.remindedAt, Math.floor(days / 2)).at)
}

/** As much time again after the officer's lead was asked. */
export const endsAfterEscalation = (match: Match): string | undefined =>
  match.escalatedAt && afterWorkingDays(match, match.escalatedAt, officerWorkingDays).at
