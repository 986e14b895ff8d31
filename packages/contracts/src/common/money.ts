import { z } from 'zod'
import { minorUnitsInWords } from '../codes/minor-units.ts'
import { whole } from '../disclosure/marks.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { currency } from './codes.ts'

/**
 * Money in JSON: integer minor units, as in a price band. Amounts up to 2^53 - 1 are exact in every JSON parser; calculations use
 * `BigInt` and refuse a result that does not fit.
 */
export const money = whole(
  z
    .object({
      amount: z.int().min(0).max(Number.MAX_SAFE_INTEGER).meta({ description: 'In minor units of the currency' }),
      currency,
    })
    .meta({
      id: 'Money',
      description: `Money in integer minor units of an ISO 4217 currency: ${minorUnitsInWords}`,
      example: { amount: 12_500_000, currency: 'CNY' },
    }),
)
export type MoneyJson = z.infer<typeof money>

/** A text, because JSON numbers are read as binary fractions: 3.1 % would not be 31 of 1000. */
export const percentage = z
  .string()
  .regex(/^(100(\.0{1,6})?|(0|[1-9]\d?)(\.\d{1,6})?)$/, says(message('field.percentage')))
  .meta({
    id: 'Percentage',
    description: 'Per cent, 0 to 100, as a decimal number in a text with at most six decimals',
    example: '3.5',
  })
