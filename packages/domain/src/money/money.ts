import { type MoneyJson, message, minorDigits } from '@techbridge/contracts'
import { DomainError } from '../errors.ts'
import { type Ratio, ratio, roundedHalfEven, times } from './ratio.ts'

/** An amount in whole minor units of one ISO 4217 currency. */
export interface Money {
  minor: bigint
  currency: string
}

export const moneyOf = ({ amount, currency }: MoneyJson): Money => ({ minor: BigInt(amount), currency })

const most = BigInt(Number.MAX_SAFE_INTEGER)

/** For JSON; refuses what the contract cannot carry: amounts below zero, and above 2^53 - 1. */
export const moneyJson = ({ minor, currency }: Money): MoneyJson => {
  if (minor < 0n || minor > most) {
    throw new DomainError('invalid', message('money-out-of-range', { amount: String(minor), most: String(most) }))
  }
  return { amount: Number(minor), currency }
}

const requireSame = (one: Money, other: Money) => {
  if (one.currency === other.currency) return
  throw new DomainError('invalid', message('money-currencies', { one: one.currency, other: other.currency }))
}

export const addMoney = (one: Money, other: Money): Money => {
  requireSame(one, other)
  return { minor: one.minor + other.minor, currency: one.currency }
}

export const subtractMoney = (one: Money, other: Money): Money => {
  requireSame(one, other)
  return { minor: one.minor - other.minor, currency: one.currency }
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export const compareMoney = (one: Money, other: Money): number => {
  requireSame(one, other)
  if (one.minor === other.minor) return 0
  return one.minor < other.minor ? -1 : 1
}

/** The share of an amount, rounded once to whole minor units, half to even. */
export const shareOf = ({ minor, currency }: Money, share: Ratio): Money => ({
  minor: roundedHalfEven(times(ratio(minor), share)),
  currency,
})

/** For people: `1,250,000.50 CNY`. */
export const moneyText = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency)
  const written = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0')
  const whole = written.slice(0, written.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  const decimals = digits > 0 ? `.${written.slice(-digits)}` : ''
  return `${minor < 0n ? '-' : ''}${whole}${decimals} ${currency}`
}
