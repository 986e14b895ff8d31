import { z } from 'zod'
import { refuse, says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'

/** A whole number in a query: decimal digits, and no other spelling that JavaScript would read as a number. */
export const integerParameter = <T extends z.ZodType<number>>(integer: T) =>
  z.preprocess((given, context) => {
    if (typeof given !== 'string') {
      if (given !== undefined && typeof given !== 'number') refuse(context, message('field.given-once'))
      return given
    }
    if (!/^(0|-?[1-9]\d{0,15})$/.test(given)) refuse(context, message('field.decimal-digits'))
    return Number(given)
  }, integer)

/** `true` or `false` in a query. */
export const booleanParameter = () =>
  z.enum(['true', 'false'], says(message('field.true-or-false'))).transform((given) => given === 'true')
