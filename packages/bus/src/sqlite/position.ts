import { BadPosition, type Position } from '../bus.ts'

export const encodePosition = (position: number): Position => Buffer.from(`position:${position}`).toString('base64url')

/** Whether the log up to `whole` contains the log up to `part`. */
export const covers = (whole: Position, part: Position): boolean =>
  decodePosition(whole, Number.POSITIVE_INFINITY) >= decodePosition(part, Number.POSITIVE_INFINITY)

/** Fails with `BadPosition` for what `encodePosition` never returned, or a position beyond the end of the log. */
export function decodePosition(position: Position, end: number): number {
  const digits = /^position:(\d{1,15})$/.exec(Buffer.from(position, 'base64url').toString())?.[1]
  if (digits === undefined) throw new BadPosition('not a position of this log')
  if (Number(digits) > end) throw new BadPosition('the position lies behind the end of this log')
  return Number(digits)
}
