import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Terms } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import fc from 'fast-check'
import { royaltyOnSales, royaltyOnUnits } from '../../src/domain/term-sheet/royalty.ts'
import { termSheets } from './examples.ts'

type Clause = NonNullable<Terms['royalty']>

const cny = (amount: number) => ({ amount, currency: 'CNY' })
const sales = (minor: number | bigint) => ({ minor: BigInt(minor), currency: 'CNY' })
const { royalty } = termSheets.exclusiveLicence
assert.ok(royalty)
const clause: Clause = royalty
const { minimum, cap, ...unlimited } = clause
const paid = (given: Clause, minor: number | bigint) => {
  const { computed, payable, applied } = royaltyOnSales(given, sales(minor))
  return [computed.minor, payable.minor, applied]
}

describe('the royalty of a period', () => {
  test('applies each rate to its own part, then minimum and cap', () => {
    // 5 % of 10 million, 3.5 % of 40 million, 2.25 % of what is above, in hundredths.
    assert.deepEqual(paid(clause, 0), [0n, 10_000_000n, 'minimum'])
    assert.deepEqual(paid(clause, 1_000_000_000), [50_000_000n, 50_000_000n, 'asComputed'])
    assert.deepEqual(paid(clause, 6_000_000_000), [212_500_000n, 212_500_000n, 'asComputed'])
    assert.deepEqual(paid(clause, 20_000_000_000), [527_500_000n, 300_000_000n, 'cap'])
    assert.deepEqual(royaltyOnSales(clause, sales(1_500_000_000)).tiers, [
      { part: sales(1_000_000_000), rate: '5' },
      { part: sales(500_000_000), rate: '3.5' },
    ])
  })

  test('rounds once, half to even, and not by tier', () => {
    const halves: Clause = {
      ...unlimited,
      tiers: [
        { from: cny(0), to: cny(1), rate: '50' },
        { from: cny(1), to: cny(2), rate: '50' },
        { from: cny(2), rate: '50' },
      ],
    }
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((minor) => paid(halves, minor)[0]),
      [0n, 1n, 2n, 2n, 2n],
    )
  })

  test('on units is exact, and limited too', () => {
    const { royalty: perUnit } = termSheets.coExclusiveLicence
    assert.ok(perUnit)
    assert.equal(royaltyOnUnits(perUnit, 12n).payable.minor, 15_000_000n)
    const least = { ...perUnit, minimum: { amount: 20_000_000, currency: 'THB' } }
    assert.deepEqual(royaltyOnUnits(least, 12n).payable, { minor: 20_000_000n, currency: 'THB' })
    assert.throws(() => royaltyOnUnits(clause, 1n), DomainError)
  })

  test('is not computed on sales in another currency', () => {
    assert.throws(
      () => royaltyOnSales(clause, { minor: 1n, currency: 'USD' }),
      (error: unknown) => error instanceof DomainError && error.code === 'money-currencies',
    )
  })
})

/** Widths of tiers and rates in millionths of a per cent; the last tier has no end. */
const shapes = fc.array(
  fc.record({ width: fc.integer({ min: 1, max: 400 }), millionths: fc.integer({ min: 0, max: 100_000_000 }) }),
  { minLength: 1, maxLength: 5 },
)
type Shape = { width: number; millionths: number }[]

const written = (millionths: number) => `${Math.trunc(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`
const ofShape = (shape: Shape): Clause => {
  let at = 0
  const tiers = shape.map(({ width, millionths }, place) => {
    const from = cny(at)
    at += width
    return { from, ...(place < shape.length - 1 && { to: cny(at) }), rate: written(millionths) }
  })
  return { ...unlimited, tiers }
}

/** Another way: unit by unit of the base, in hundred-millionths; the remainder decides about the last unit. */
const byUnits = (shape: Shape, minor: number): bigint => {
  const rates = shape.flatMap(({ width, millionths }, place) =>
    Array.from({ length: place < shape.length - 1 ? width : minor }, () => millionths),
  )
  let sum = 0n
  for (let unit = 0; unit < minor; unit++) sum += BigInt(rates[unit] ?? 0)
  const whole = sum / 100_000_000n
  const rest = sum - whole * 100_000_000n
  if (rest === 50_000_000n) return whole % 2n === 0n ? whole : whole + 1n
  return rest > 50_000_000n ? whole + 1n : whole
}

describe('for any tiers, a royalty', () => {
  const base = fc.integer({ min: 0, max: 2500 })

  test('agrees with a computation unit by unit', () => {
    fc.assert(
      fc.property(shapes, base, (shape, minor) => {
        assert.equal(royaltyOnSales(ofShape(shape), sales(minor)).computed.minor, byUnits(shape, minor))
      }),
    )
  })

  test('never falls when sales rise, and is never more than the sales', () => {
    fc.assert(
      fc.property(shapes, base, base, (shape, one, more) => {
        const [lower, higher] = [one, one + more].map(
          (minor) => royaltyOnSales(ofShape(shape), sales(minor)).payable.minor,
        )
        assert.ok(lower !== undefined && higher !== undefined && lower <= higher && higher <= BigInt(one + more))
      }),
    )
  })

  test('lies between minimum and cap, and its parts are the base', () => {
    fc.assert(
      fc.property(shapes, base, base, base, (shape, minor, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const given = { ...ofShape(shape), minimum: cny(low), cap: cny(high) }
        const { payable, computed, applied, tiers } = royaltyOnSales(given, sales(minor))
        assert.ok(payable.minor >= BigInt(low) && payable.minor <= BigInt(high))
        assert.equal(applied === 'asComputed', payable.minor === computed.minor && applied === 'asComputed')
        assert.equal(
          tiers.reduce((sum, { part }) => sum + part.minor, 0n),
          BigInt(minor),
        )
      }),
    )
  })

  test('is exact far beyond what a double holds', () => {
    const huge = 9_007_199_254_740_991n * 1_000_003n
    const { computed } = royaltyOnSales({ ...unlimited, tiers: [{ from: cny(0), rate: '0.000001' }] }, sales(huge))
    assert.equal(computed.minor, (huge + 50_000_000n) / 100_000_000n)
  })
})
