import { type CaseAction, type CaseRole, parties } from '@techbridge/contracts'
import { afterWorkingDays, type CountedInstant } from '@techbridge/domain'
import type { LicensingCase } from './case.ts'
import { isCleared, isStepCleared } from './clearance.ts'
import { hasEvaluation } from './deal.ts'
import { areSettled, hasToSettle } from './encumbrances.ts'

/** Who has to act, what takes the case on, and how many working days there are for it. */
interface Step {
  /** Another step has its own time. */
  name: string
  who: readonly CaseRole[]
  actions: readonly CaseAction[]
  days: number
}

const step = (name: string, who: readonly CaseRole[], actions: readonly CaseAction[], days: number): Step => ({
  name,
  who,
  actions,
  days,
})
const officer = ['officer'] as const
const everyone = ['officer', ...parties] as const

const afterNda = (state: LicensingCase): Step =>
  state.family === undefined
    ? step('deal', everyone, ['choose-deal'], 5)
    : state.family === 'nda'
      ? step('nda in force', officer, ['activate'], 5)
      : step(
          'after nda',
          officer,
          hasEvaluation(state) ? ['start-evaluation', 'start-clearance'] : ['start-clearance'],
          5,
        )

const settling = (state: LicensingCase): Step => {
  const openTo = (role: CaseRole) => hasToSettle(state, [role])
  const ofProvider = !state.encumbrancesAffirmed || openTo('provider')
  const who = everyone.filter((role) => (role === 'provider' ? ofProvider : role === 'officer' && openTo('officer')))
  return step('encumbrances', who, ['affirm-encumbrances', 'settle-encumbrance'], 10)
}

/** What a case waits for; nothing when it has ended, and in force nothing but its follow-up. */
export const stepOf = (state: LicensingCase): Step | undefined => {
  // A side has moved to another country: what was cleared was something else.
  if (!isStepCleared(state)) return step('clearance anew', officer, ['clear'], 10)
  switch (state.status) {
    case 'opened':
      return step('draft', officer, ['draft-nda'], 5)
    case 'nda': {
      const unsigned = parties.filter((one) => !state.ndaSignedBy.includes(one))
      return unsigned.length > 0 ? step('nda', unsigned, ['sign-nda'], 10) : afterNda(state)
    }
    case 'evaluation':
      return step('evaluation', ['seeker'], ['end-evaluation'], 30)
    case 'clearance':
      return step('clearance', officer, isCleared(state, 'negotiation') ? ['start-negotiation'] : ['clear'], 10)
    case 'negotiation':
      return step('negotiation', parties, ['request-review'], 30)
    case 'legalReview':
      return step('review', officer, ['pass-review', 'rework'], 10)
    case 'approval':
      return areSettled(state)
        ? step(
            'approval',
            everyone.filter((one) => !state.approvedBy.includes(one)),
            ['approve'],
            10,
          )
        : settling(state)
    case 'signature':
      return isCleared(state, 'signature')
        ? step(
            'signature',
            parties.filter((one) => !state.agreementSignedBy.includes(one)),
            ['sign'],
            10,
          )
        : step('clearance of the signature', officer, ['clear'], 10)
    case 'recordal':
      return step('recordal', officer, ['record', 'waive-recordal'], 20)
    case 'signed':
      return step('in force', officer, ['activate'], 5)
    case 'amended':
      return step('amendment', officer, ['start-clearance', 'start-negotiation', 'withdraw-amendment'], 5)
    case 'onHold':
      return step(
        'hold',
        everyone.filter((one) => one === 'officer' || one === state.pausedBy),
        ['resume'],
        20,
      )
    case 'inDispute':
      return step(
        'dispute',
        everyone.filter((one) => one === 'officer' || one === state.pausedBy),
        ['settle-dispute'],
        10,
      )
    default:
      return undefined
  }
}

/** From now on somebody else is awaited, or something else. */
export const askedAnew = (before: LicensingCase | undefined, after: LicensingCase, at: string): LicensingCase => {
  const isSame = before && before.askedAt !== undefined && nameOf(before) === nameOf(after)
  return isSame ? after : { ...after, askedAt: at, saidDueAt: undefined, remindedAt: undefined, escalatedAt: undefined }
}

const nameOf = (state: LicensingCase) => [state.status, stepOf(state)?.name].join()

/** The countries of both sides: a day counts when both work. */
export const countriesOf = ({ need, offer }: LicensingCase) => [offer.organisation.country, need.organisation.country]

const later = (one: string, other = '') => (one > other ? one : other)

const after = (state: LicensingCase, at: string, days: number) => afterWorkingDays(countriesOf(state), at, days)

/** By when the step is due. Holidays that are known better by now move it back only: nobody has less time than was said. */
export const dueOf = (state: LicensingCase): CountedInstant | undefined => {
  const days = stepOf(state)?.days
  if (days === undefined || state.askedAt === undefined) return undefined
  const { at, calendar } = after(state, state.askedAt, days)
  return { at: later(at, state.saidDueAt), calendar }
}

/** At half of the time, once. */
export const remindAt = (state: LicensingCase): string | undefined => {
  const days = stepOf(state)?.days
  if (days === undefined || state.askedAt === undefined || state.remindedAt || state.escalatedAt) return undefined
  return after(state, state.askedAt, days / 2).at
}

/** The end of the time, but not before what half of it leaves after a reminder that came late because the system was down. */
export const escalateAt = (state: LicensingCase): string | undefined => {
  const days = stepOf(state)?.days
  const end = dueOf(state)
  if (days === undefined || !end || !state.remindedAt || state.escalatedAt) return undefined
  return later(end.at, after(state, state.remindedAt, Math.floor(days / 2)).at)
}
