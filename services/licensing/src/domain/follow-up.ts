import type { Indicator } from '@techbridge/contracts'
import { afterWorkingDays, endOfDayEverywhere } from '@techbridge/domain'
import { countriesOf } from './awaited.ts'
import type { LicensingCase } from './case.ts'

/** Working days after its day in which a missed indicator can be reported before the officer’s lead is asked. */
const graceDays = 10

const isAwaited = ({ status }: Indicator) => status === 'planned' || status === 'missed'

export const awaitedIndicator = ({ indicators }: LicensingCase, number: number) =>
  indicators.find((one) => one.number === number && isAwaited(one))

export const hasAwaited = ({ indicators }: LicensingCase) => indicators.some(isAwaited)

interface Due {
  number: number
  at: string
}

const first = (dues: readonly Due[]) => dues.toSorted((one, other) => one.at.localeCompare(other.at))[0]

/** The planned indicator whose day ends first. A day ends when it has ended everywhere. */
export const nextDue = ({ indicators }: LicensingCase): Due | undefined =>
  first(
    indicators
      .filter(({ status }) => status === 'planned')
      .map(({ number, dueOn }) => ({ number, at: endOfDayEverywhere(dueOn) })),
  )

/** The missed indicator of which the officer's lead hears first. */
export const nextEscalation = (state: LicensingCase): Due | undefined =>
  first(
    state.indicators.flatMap(({ number, status, missedAt, escalatedAt }) =>
      status === 'missed' && missedAt && !escalatedAt
        ? [{ number, at: afterWorkingDays(countriesOf(state), missedAt, graceDays).at }]
        : [],
    ),
  )

/** The indicators with one of them changed. */
export const withIndicator = (
  { indicators }: LicensingCase,
  number: number,
  change: (one: Indicator) => Partial<Indicator>,
): Pick<LicensingCase, 'indicators'> => ({
  indicators: indicators.map((one) => (one.number === number ? { ...one, ...change(one) } : one)),
})
