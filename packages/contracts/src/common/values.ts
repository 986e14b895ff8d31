import { z } from 'zod'
import { minorUnitsInWords } from '../codes/minor-units.ts'
import { whole } from '../disclosure/marks.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { country, currency } from './codes.ts'
import { requestFacts } from './request-facts.ts'
import { organisationKind } from './vocabulary.ts'
import { type Writing, writing } from './writing.ts'

/** An identifier that Techbridge made: a kind, then 24 hexadecimal digits. */
export const idOf = <K extends string>(kind: K) =>
  z
    .string()
    .regex(new RegExp(`^${kind}_[0-9a-f]{24}$`), says(message('field.id', { kind })))
    .meta({ description: `Identifier of the ${kind}` })

const space = String.raw`\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`
const control = String.raw`\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f`

/**
 * At least one character that is not white space, and no control characters but line breaks and tabs. Every OpenAPI tool can read it;
 * its parts share no character, so it never backtracks.
 */
const visible = `^[${space}]*[^${space}${control}][^${control}]*$`
/** At least one character that is neither white space nor a control character; no pattern can say which of those are made plain and which are refused. */
const writable = `[^${space}${control}]`

const unseen = says(message('field.unseen'))

/** Trimmed, at most `max` UTF-16 units, line breaks and tabs its only control characters. */
const writtenAs = (as: Writing, max: number, pattern: string) =>
  z
    .string()
    .trim()
    .min(1, { ...unseen, abort: true })
    .max(max)
    .refine((given) => /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(given), unseen)
    .refine((given) => !/[\p{Cc}--[\t\n\r]]/v.test(given), says(message('field.control-characters')))
    .register(requestFacts, { pattern })
    .register(writing, { as, max })

/** What a person writes on several lines. In requests it is made plain first. */
export const text = (max: number) => writtenAs('text', max, writable)

/** What a person writes on one line, such as a title or a name. In requests it is made plain first. */
export const line = (max: number) => writtenAs('line', max, writable)

/** A line that may hold nothing. */
export const lineOrNothing = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((given) => !/[\p{Cc}--[\t\n\r]]/v.test(given), says(message('field.control-characters')))
    .register(writing, { as: 'line', max })

/** An identifier, such as an id or a key, which is left unchanged. */
export const opaque = (max: number) => writtenAs('opaque', max, visible)

/** A day of the calendar. */
export const day = z.iso.date(says(message('field.day')))

export const timestamp = z.iso.datetime({ offset: false }).meta({ id: 'Timestamp', description: 'UTC instant' })

export const organisationId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, says(message('field.organisation-id')))

export const organisation = whole(
  z
    .object({
      id: organisationId.meta({ description: 'Chosen by the organisation or its sign-in, and never changed' }),
      name: line(200).meta({ description: 'As it is shown to people' }),
      country,
      kind: organisationKind,
      otherNames: z.array(line(200)).max(20).optional().meta({
        description:
          'What it is called in other languages and for short; kept out of the public texts of its anonymous profiles',
      }),
    })
    .meta({ id: 'Organisation', description: 'Who lists offers, posts needs or reviews them' }),
)
export type Organisation = z.infer<typeof organisation>

/** Whether two descriptions of an organisation are equal. */
export const isSameOrganisation = (one: Organisation, other: Organisation) =>
  one.id === other.id &&
  one.name === other.name &&
  one.country === other.country &&
  one.kind === other.kind &&
  JSON.stringify(one.otherNames ?? []) === JSON.stringify(other.otherNames ?? [])

const minorUnits = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** A price or budget band in minor units of one ISO 4217 currency (cents, fen, satang, whole đồng). */
export const moneyBand = whole(
  z
    .object({
      min: minorUnits.optional().meta({ description: 'Lower end; at least one end is given' }),
      max: minorUnits.optional().meta({ description: 'Upper end, not below the lower' }),
      currency,
    })
    .refine((band) => band.min !== undefined || band.max !== undefined, {
      ...says(message('field.money-empty')),
      path: ['min'],
    })
    .refine((band) => band.min === undefined || band.max === undefined || band.min <= band.max, {
      ...says(message('field.money-order')),
      path: ['max'],
    })
    .meta({
      id: 'MoneyBand',
      description: `Band of money in integer minor units of an ISO 4217 currency: ${minorUnitsInWords}`,
    })
    .register(requestFacts, { anyOf: [{ required: ['min'] }, { required: ['max'] }] }),
)

/** A reason as a person gives it: a free text for returns, rejections and withdrawals. */
export const reasonBody = z
  .object({ reason: text(1000).meta({ description: 'For those whom the action concerns' }) })
  .meta({ id: 'Reason', description: 'Why it is done', example: { reason: 'The description lacks figures.' } })
