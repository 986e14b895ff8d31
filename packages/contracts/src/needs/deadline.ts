import { z } from 'zod'
import {
  canonicalTimeZone,
  endOfDay,
  isTimeZone,
  latestTimeZone,
  timeZoneHint,
  timeZonePattern,
} from '../codes/time-zones.ts'
import { day, type Organisation, timestamp } from '../common/values.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { shownCountry } from '../profiles/shown-country.ts'

const notZone = says((given) => message('field.time-zone', timeZoneHint(given)))

const timeZone = z
  .string()
  .overwrite(canonicalTimeZone)
  .max(40)
  .regex(timeZonePattern, { ...notZone, abort: true })
  .refine(isTimeZone, notZone)
  .meta({ id: 'TimeZone', description: 'IANA time zone; older names are taken', example: 'Asia/Ho_Chi_Minh' })

/** The fields of a need for its response deadline. */
export const deadlineFields = {
  responseDeadline: shown(
    'public',
    day.optional().meta({
      description:
        'Last day on which responses are wanted. It ends with the day in `responseDeadlineZone`, or else in the zone of the organisation’s country in which the day ends last.',
    }),
  ),
  responseDeadlineZone: shown(
    'public',
    timeZone.optional().meta({ description: 'Zone in which the day of `responseDeadline` ends' }),
  ),
}

/** A response deadline as an instant: derived when needed, never stored. */
export const deadline = whole(
  z
    .object({
      date: day.meta({ description: 'Last day on which responses are wanted' }),
      zone: z.string().meta({ description: 'IANA time zone in which the day ends', example: 'Asia/Ho_Chi_Minh' }),
      zoneFrom: z.enum(['owner', 'country']).meta({
        description:
          'Who chose the zone: the owner, or nobody; then it is the zone of the country in which the day ends last',
      }),
      endsAt: timestamp.meta({ description: 'The first instant that is too late' }),
    })
    .meta({ id: 'Deadline', description: 'Until when responses to a need are wanted' }),
)
export type Deadline = z.infer<typeof deadline>

/** A deadline in a response. */
export const seenDeadline = whole(
  deadline
    .extend({ passed: z.boolean().meta({ description: 'As of this response' }) })
    .meta({ id: 'ResponseDeadline', description: 'Until when responses to a need are wanted' }),
)
export type SeenDeadline = z.infer<typeof seenDeadline>

interface WithDeadline {
  responseDeadline?: string
  responseDeadlineZone?: string
  anonymous: boolean
}
interface Owned {
  reference: string
  organisation: Pick<Organisation, 'country'>
}

/** Years that ISO 8601 does not write with four digits would not sort as text. */
const [first, last] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]

/** Until when responses to a need are wanted, if it says so. */
export const deadlineOf = (
  { responseDeadline: date, responseDeadlineZone: chosen, anonymous }: WithDeadline,
  { reference, organisation }: Owned,
): Deadline | undefined => {
  if (date === undefined) return undefined
  const zone = chosen ?? latestTimeZone(shownCountry(anonymous, reference, organisation), date)
  const endsAt = new Date(Math.min(Math.max(first, endOfDay(date, zone)), last)).toISOString()
  return { date, zone, zoneFrom: chosen ? 'owner' : 'country', endsAt }
}

/** Whether a deadline has passed at an instant (UTC, ISO 8601). */
export const isPassed = (given: Deadline | undefined, at: string): boolean => given !== undefined && given.endsAt <= at

/** The deadline of a need as it stands at an instant. */
export const deadlineAt = (need: WithDeadline, owned: Owned, at: string): SeenDeadline | undefined => {
  const found = deadlineOf(need, owned)
  return found && { ...found, passed: isPassed(found, at) }
}
