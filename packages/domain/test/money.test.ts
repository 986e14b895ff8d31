import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { currencies, minorDigits, money } from '@techbridge/contracts'
import fc from 'fast-check'
import {
  addMoney,
  compareMoney,
  DomainError,
  moneyJson,
  moneyOf,
  moneyText,
  percentageOf,
  plus,
  ratio,
  roundedHalfEven,
  shareOf,
  subtractMoney,
  times,
} from '../src/index.ts'

const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
const fraction = fc
  .tuple(amount, fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.boolean())
  .map(([numerator, denominator, negative]) => ratio(numerator, negative ? -denominator : denominator))
/** Per cent in millionths, and as it is written. */
const percent = fc.integer({ min: 0, max: 100_000_000 }).map((millionths) => ({
  millionths,
  written: `${Math.trunc(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`,
}))
const cny = (minor: bigint) => ({ minor, currency: 'CNY' })

describe('fractions', () => {
  test('are reduced, with a positive denominator', () => {
    assert.deepEqual(ratio(6n, -8n), { numerator: -3n, denominator: 4n })
    assert.deepEqual(ratio(0n, 7n), { numerator: 0n, denominator: 1n })
    assert.throws(() => ratio(1n, 0n), RangeError)
  })

  test('add and multiply as the rules of arithmetic say', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        assert.deepEqual(plus(a, b), plus(b, a))
        assert.deepEqual(plus(plus(a, b), c), plus(a, plus(b, c)))
        assert.deepEqual(times(a, plus(b, c)), plus(times(a, b), times(a, c)))
      }),
    )
  })

  test('round to the nearest whole number, and halves to the even one', () => {
    const halves = [-5n, -3n, -1n, 1n, 3n, 5n, 7n].map((odd) => roundedHalfEven(ratio(odd, 2n)))
    assert.deepEqual(halves, [-2n, -2n, 0n, 0n, 2n, 2n, 4n])
    fc.assert(
      fc.property(fraction, (given) => {
        const rounded = roundedHalfEven(given)
        // Twice the distance, in units of the denominator.
        const twice = 2n * (given.numerator - rounded * given.denominator)
        const distance = twice < 0n ? -twice : twice
        assert.ok(distance <= given.denominator)
        if (distance === given.denominator) assert.equal(rounded % 2n, 0n)
      }),
    )
  })
})

describe('per cent', () => {
  test('are read exactly as they are written', () => {
    assert.deepEqual(percentageOf('3.1'), ratio(31n, 1000n))
    assert.deepEqual(percentageOf('100'), ratio(1n))
    assert.deepEqual(percentageOf('0.000001'), ratio(1n, 10n ** 8n))
    for (const wrong of ['', '-1', '1,5', '1e1', '0.1234567', ' 1'])
      assert.throws(() => percentageOf(wrong), RangeError)
  })

  test('of an amount agree with a computation on decimal digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), percent, (minor, { millionths, written }) => {
        // minor × millionths, as decimal digits of which the last eight are behind the point.
        const digits = String(minor * BigInt(millionths)).padStart(9, '0')
        const whole = BigInt(digits.slice(0, -8))
        const rest = digits.slice(-8)
        const isUp = rest > '50000000' || (rest === '50000000' && /[13579]$/.test(digits.slice(0, -8)))
        assert.equal(shareOf(cny(minor), percentageOf(written)).minor, isUp ? whole + 1n : whole)
      }),
    )
  })
})

describe('money', () => {
  test('adds, subtracts and compares within its currency', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        assert.deepEqual(subtractMoney(addMoney(cny(a), cny(b)), cny(b)), cny(a))
        assert.equal(Math.sign(compareMoney(cny(a), cny(b))), a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })

  test('of two currencies is refused', () => {
    for (const operation of [addMoney, subtractMoney, compareMoney]) {
      assert.throws(
        () => operation(cny(1n), { minor: 1n, currency: 'USD' }),
        (error: unknown) => error instanceof DomainError && error.code === 'money-currencies',
      )
    }
  })

  test('travels as JSON without loss, and does not travel when it does not fit', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...currencies), (given, currency) => {
        const json = money.parse(JSON.parse(JSON.stringify({ amount: given, currency })))
        assert.deepEqual(moneyJson(moneyOf(json)), json)
      }),
    )
    for (const minor of [-1n, 2n ** 53n])
      assert.throws(
        () => moneyJson(cny(minor)),
        (error: unknown) => error instanceof DomainError && error.code === 'money-out-of-range',
      )
    for (const wrong of [1.5, -1, 2 ** 53, '1', null])
      assert.ok(!money.safeParse({ amount: wrong, currency: 'CNY' }).success)
    assert.ok(!money.safeParse({ amount: 1, currency: 'CNH' }).success)
  })

  test('is written with the decimals of ISO 4217, not with those of cash', () => {
    const texts = [
      ['CNY', '1,234,567.89'],
      ['LAK', '1,234,567.89'],
      ['MMK', '1,234,567.89'],
      ['IDR', '1,234,567.89'],
      ['VND', '123,456,789'],
      ['KWD', '123,456.789'],
    ] as const
    for (const [currency, text] of texts)
      assert.equal(moneyText({ minor: 123_456_789n, currency }), `${text} ${currency}`)
    assert.equal(moneyText(cny(5n)), '0.05 CNY')
    assert.equal(moneyText(cny(-12n)), '-0.12 CNY')
    assert.equal(moneyText({ minor: 0n, currency: 'VND' }), '0 VND')
  })

  test('has decimals for every currency', () => {
    for (const currency of currencies) assert.ok([0, 2, 3].includes(minorDigits(currency)), currency)
  })
})
