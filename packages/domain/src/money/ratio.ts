/** An exact fraction. The denominator is positive; both have no common divisor. */
export interface Ratio {
  numerator: bigint
  denominator: bigint
}

const positive = (value: bigint) => (value < 0n ? -value : value)
const divisor = (one: bigint, other: bigint): bigint => (other === 0n ? positive(one) : divisor(other, one % other))

export const ratio = (numerator: bigint, denominator = 1n): Ratio => {
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than 0')
  const by = divisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / by, denominator: denominator / by }
}

export const plus = (one: Ratio, other: Ratio): Ratio =>
  ratio(one.numerator * other.denominator + other.numerator * one.denominator, one.denominator * other.denominator)

export const times = (one: Ratio, other: Ratio): Ratio =>
  ratio(one.numerator * other.numerator, one.denominator * other.denominator)

/** The nearest whole number; of two that are equally near, the even one. */
export const roundedHalfEven = ({ numerator, denominator }: Ratio): bigint => {
  const towardsZero = numerator / denominator
  const rest = positive(numerator % denominator) * 2n
  const isNearerToNext = rest > denominator || (rest === denominator && towardsZero % 2n !== 0n)
  return isNearerToNext ? towardsZero + (numerator < 0n ? -1n : 1n) : towardsZero
}

/** Per cent as the contracts write it, such as `3.5`, as a fraction of 1. */
export const percentageOf = (written: string): Ratio => {
  const [, whole, decimals = ''] = written.match(/^(\d{1,3})(?:\.(\d{1,6}))?$/) ?? []
  if (whole === undefined) throw new RangeError(`"${written}" is not per cent`)
  return ratio(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length))
}
