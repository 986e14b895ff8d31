import { z } from 'zod'
import { whole } from '../disclosure/marks.ts'
import { country } from './codes.ts'

export const calendarStanding = z.enum(['announced', 'projected', 'missing']).meta({
  id: 'CalendarStanding',
  description:
    'What is known of the holidays over which days were counted: all announced; some projected; or some missing, so that only weekends were passed over. What was counted is provisional unless all are announced.',
})
export type CalendarStanding = z.infer<typeof calendarStanding>

const missingYear = whole(
  z
    .object({ country, year: z.int().meta({ description: 'Year of the Gregorian calendar', example: 2027 }) })
    .meta({ id: 'MissingYear', description: 'A year of a country of which no holidays are known' }),
)

/** Over which working days a time was counted. */
export const countedDays = whole(
  z
    .object({
      countries: z.array(country).meta({ description: 'A day counts when all of these work' }),
      standing: calendarStanding,
      missing: z.array(missingYear).optional().meta({ description: 'Years of which nothing is known' }),
    })
    .meta({ id: 'CountedDays', description: 'Over which working days a time was counted' }),
)
export type CountedDays = z.infer<typeof countedDays>
