import { type Counted, dateOf, type MissingYear, recorded, standingOf } from '@techbridge/domain'

const named = (missing: readonly MissingYear[]) => missing.map(({ country, year }) => `${country} ${year}`).join(', ')

/** What is known of each country in a year and the next one. */
export const coverage = (year: number, missing: readonly MissingYear[]): string => {
  const row = (cells: readonly (string | number)[]) =>
    cells
      .map((cell) => String(cell).padEnd(11))
      .join('')
      .trimEnd()
  const rows = Object.keys(recorded).map((country) =>
    row([country, standingOf(country, year), standingOf(country, year + 1)]),
  )
  const warning = missing.length > 0 ? ['', `Missing for first users: ${named(missing)}. See docs/calendar.md.`] : []
  return [row(['', year, year + 1]), ...rows, ...warning].join('\n')
}

/** The free days of a year by name, the weekends that are worked, and where that was read. */
export const daysOfYear = (country: string, year: number): string => {
  const standing = standingOf(country, year)
  const facts = recorded[country]
  if (!facts || standing === 'missing') return `${country} ${year}: missing`
  const isOfYear = (day: number) => dateOf(day).year === year
  const free = [...facts.holidays].filter(([day]) => isOfYear(day))
  const lines = free.map(
    ([day, { name, moves }]) => `${dateOf(day)} ${weekday(day)}  ${name}${moves ? ' (may move)' : ''}`,
  )
  const worked = [...facts.makeUpDays].filter(isOfYear).map((day) => `${dateOf(day)} ${weekday(day)}  worked`)
  return [`${country} ${year}: ${standing}`, ...lines, ...worked, `Read in ${facts.source}.`].join('\n')
}

const weekday = (day: number) => dateOf(day).toLocaleString('en', { weekday: 'short' })

export const countedDays = (
  countries: readonly string[],
  from: Temporal.PlainDate,
  days: number,
  { date, standing, missing }: Counted,
): string => {
  const said = `${days} working days of ${countries.join(' and ')} after ${from}: ${date}`
  if (standing === 'announced') return said
  return `${said}, provisional: ${missing.length > 0 ? `missing ${named(missing)}` : 'some holidays are projected'}`
}
