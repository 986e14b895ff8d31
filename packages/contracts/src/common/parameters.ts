import { z } from 'zod'

/** A whole number in a query: decimal digits, and no other spelling that JavaScript would read as a number. */
export const integerParameter = <T extends z.ZodType<number>>(integer: T) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^(0|-?[1-9]\d{0,15})$/.test(given) ? Number(given) : given),
    integer,
  )

/** `true` or `false` in a query. */
export const booleanParameter = () =>
  z.enum(['true', 'false'], 'must be true or false').transform((given) => given === 'true')
