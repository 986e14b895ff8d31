import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import type { PublishedOffer } from '../src/domain/profile.ts'
import { anyNeed, anyOffer, scoreOf } from './pairs.ts'

type Input = NonNullable<Parameters<typeof offerContent>[0]>

/** The offer, except for what the change names. */
const changed = (offer: PublishedOffer, change: Input): PublishedOffer => {
  const named = Object.entries(offerContent(change)).filter(([field]) => Object.hasOwn(change, field))
  return { ...offer, content: { ...offer.content, ...Object.fromEntries(named) } }
}

/** Offers of two changes of one: the first is never the better one. */
const isNeverBetter = <T>(values: fc.Arbitrary<readonly [less: T, more: T]>, change: (value: T) => Input) =>
  fc.assert(
    fc.property(anyNeed, anyOffer, values, (need, offer, [less, more]) => {
      const scoreWith = (value: T) => scoreOf(need, changed(offer, change(value))).score
      assert.ok(scoreWith(less) <= scoreWith(more), `${scoreWith(less)} is above ${scoreWith(more)}`)
    }),
  )

const twoNumbers = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)

/** Some of the values, and these with others. */
const someAndMore = <T>(values: readonly T[], least = 1) =>
  fc
    .tuple(fc.subarray([...values], { minLength: least }), fc.subarray([...values]))
    .map(([some, others]): [T[], T[]] => [some, [...new Set([...some, ...others])]])

describe('never a better score', () => {
  test('for a lower readiness', () => isNeverBetter(twoNumbers(1, 9), (trl) => ({ trl })))

  test('for rights in fewer territories', () =>
    isNeverBetter(someAndMore(['WORLD', 'VN', 'TH', 'LA', 'CN'] as const), (territories) => ({ territories })))

  test('for fewer kinds of deals', () =>
    isNeverBetter(
      someAndMore(['exclusiveLicence', 'nonExclusiveLicence', 'knowHow', 'option', 'assignment'] as const),
      (dealTypes) => ({ dealTypes }),
    ))

  test('for fewer classes', () =>
    isNeverBetter(someAndMore(['A01G25/02', 'A01G', 'A01B', 'C02F1/44'], 0), (ipc) => ({ ipc })))
})

describe('the score is the same', () => {
  const isSame = (one: Input, other: Input) =>
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        assert.deepEqual(scoreOf(need, changed(offer, one)), scoreOf(need, changed(offer, other)))
      }),
    )

  test('whatever is asked for the technology: a price is where talks begin', () =>
    isSame({ price: { min: 1, max: 2, currency: 'CNY' } }, { price: { min: 9_000_000_00, currency: 'USD' } }))

  test('whatever protects it: a secret may be worth as much as a patent', () =>
    isSame({ ip: { status: 'none' } }, { ip: { status: 'granted' } }))
})
