import { type CaseAction, parties } from '@techbridge/contracts'
import { endOfDayEverywhere } from '@techbridge/domain'
import { dueOf, stepOf } from '../domain/awaited.ts'
import type { LicensingCase } from '../domain/case.ts'

/** Who is awaited for what until when; in force the parties for what they report next. */
export const awaitedOf = (state: LicensingCase) => {
  const { askedAt: since, remindedAt, escalatedAt } = state
  const step = stepOf(state)
  const due = dueOf(state)
  if (step && due && since) {
    const { who, actions } = step
    return {
      who: [...who],
      actions: [...actions],
      since,
      dueAt: due.at,
      calendar: due.calendar,
      remindedAt,
      escalatedAt,
    }
  }
  return since === undefined ? undefined : reportAwaited(state, since)
}

const reportAwaited = ({ status, indicators }: LicensingCase, since: string) => {
  if (status !== 'active') return undefined
  const [next] = indicators
    .filter((one) => one.status === 'planned' || one.status === 'missed')
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
  const actions: CaseAction[] = ['report-indicator']
  return (
    next && { who: [...parties], actions, since, dueAt: endOfDayEverywhere(next.dueOn), escalatedAt: next.escalatedAt }
  )
}
