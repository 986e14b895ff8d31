export { missingOn, standingOf } from './calendar/coverage.ts'
export { recorded } from './calendar/data/index.ts'
export { dateOf } from './calendar/day-number.ts'
export { afterWorkingDays, type CountedInstant, endOfDayEverywhere } from './calendar/instants.ts'
export { type Counted, calendarOf, type MissingYear } from './calendar/working-days.ts'
export { type Actor, type Command, type Decider, type DomainEvent, type EventsOf, system } from './decider.ts'
export { DomainError, notFound } from './errors.ts'
export { lifecycleOf } from './lifecycle.ts'
export {
  addMoney,
  compareMoney,
  type Money,
  moneyJson,
  moneyOf,
  moneyText,
  shareOf,
  subtractMoney,
} from './money/money.ts'
export { percentageOf, plus, type Ratio, ratio, roundedHalfEven, times } from './money/ratio.ts'
export { addDays, addYears } from './time.ts'
export type { Broken, Guard, Situation } from './transition.ts'
