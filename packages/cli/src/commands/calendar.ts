import { calendarOf, missingOn, recorded } from '@techbridge/domain'
import { type Command, InvalidArgumentError } from 'commander'
import { Failure } from '../failure.ts'
import { count, list } from '../options.ts'
import { countedDays, coverage, daysOfYear } from '../show/calendar.ts'

const date = (given: string) => {
  try {
    return Temporal.PlainDate.from(given)
  } catch {
    throw new InvalidArgumentError('It must be a day such as 2026-01-20.')
  }
}

interface Options {
  on: Temporal.PlainDate
  after?: Temporal.PlainDate
  days: number
}

export const calendarCommand = (program: Command) =>
  program
    .command('calendar')
    .description('What is known of holidays: of all countries, of one in a year, or counted in working days')
    .argument('[countries]', 'such as CN, or CN,TH for days on which both work', list)
    .argument('[year]', 'the year to list', count(1, 9999))
    .option('--on <date>', 'the day from which this year and the next are told', date, Temporal.Now.plainDateISO())
    .option('--after <date>', 'count working days from the day after this one', date)
    .option('--days <n>', 'how many to count', count(0, 1000), 1)
    .action((given: string[] = [], year: number | undefined, { on, after, days }: Options) => {
      const countries = given.map((one) => one.toUpperCase())
      if (countries.length === 0) return console.log(coverage(on.year, missingOn(on)))
      const unknown = countries.filter((one) => !recorded[one])
      if (unknown.length > 0) throw new Failure(`Nothing is known of ${unknown.join(', ')}. See: techbridge calendar`)
      if (after) return console.log(countedDays(countries, after, days, calendarOf(countries).after(after, days)))
      return console.log(countries.map((one) => daysOfYear(one, year ?? on.year)).join('\n\n'))
    })
