import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { country, isMatchingCode, type Organisation, organisationKind } from '@techbridge/contracts'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import fc from 'fast-check'
import { type Count, leastShown, protect, rateOf } from '../src/domain/fairness.ts'
import { exclusion } from '../src/domain/rules.ts'
import { act, matchesOf, openMarket } from './market.ts'
import { anyNeed, anyOffer, scoreOf, today } from './pairs.ts'

const anyOrganisation: fc.Arbitrary<Organisation> = fc.record({
  id: fc.constantFrom('org-one', 'org-two', 'org-three'),
  name: fc.string({ minLength: 1, maxLength: 40 }),
  country: fc.constantFrom(...country.options),
  kind: fc.constantFrom(...organisationKind.options),
})

describe('the score of a pair', () => {
  test('is the same whoever the two are, and an exclusion says why', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, anyOrganisation, anyOrganisation, (need, offer, seeker, provider) => {
        const [one, other] = [
          { ...need, organisation: seeker },
          { ...offer, organisation: provider },
        ]
        assert.deepEqual(scoreOf(one, other), scoreOf(need, offer))
        const [before, after] = [exclusion(need, offer, today), exclusion(one, other, today)]
        if (after?.why.code !== before?.why.code) assert.ok(after === undefined || isMatchingCode(after.why.code))
      }),
    )
  })
})

describe('an interval', () => {
  test('has the values of Wilson, and holds the share', () => {
    assert.deepEqual(rateOf({ of: 10, count: 1 }), { of: 10, count: 1, share: 0.1, low: 0.018, high: 0.404 })
    assert.deepEqual(rateOf({ of: 20, count: 20 }), { of: 20, count: 20, share: 1, low: 0.839, high: 1 })
    assert.equal(rateOf({ of: 0, count: 0 }), undefined)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const { share, low, high } = rateOf({ of, count: Math.round(of * part) })!
        assert.ok(0 <= low && low <= share && share <= high && high <= 1)
      }),
    )
  })
})

describe('what is withheld', () => {
  const isTelling = (value: number) => value > 0 && value < leastShown
  const partsOf = ({ of, count }: Count) => [count, of - count]
  const anyGroups = fc
    .array(
      fc
        .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
        .map(([count, rest]) => ({ of: count + rest, count })),
      { maxLength: 8 },
    )
    .map((counts) => new Map(counts.map((one, place) => [`group-${place}`, one])))

  test('cannot be computed from the total and what is shown', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const { total, shown, withheld } = protect(groups)
        for (const one of shown.values()) for (const part of partsOf(one)) assert.ok(!isTelling(part))
        if (total === undefined || withheld.length === 0) return
        for (const part of partsOf(total)) assert.ok(!isTelling(part))
        const rest = [...shown.values()].reduce(
          (left, one) => ({ of: left.of - one.of, count: left.count - one.count }),
          total,
        )
        for (const part of partsOf(rest)) assert.ok(part >= leastShown || shown.size === 0)
        assert.ok(withheld.length > 1)
      }),
      { numRuns: 500 },
    )
  })

  test('is as little as that takes', () => {
    const groups = new Map([
      ['CN', { of: 100, count: 40 }],
      ['TH', { of: 50, count: 20 }],
      ['LA', { of: 12, count: 6 }],
      ['KH', { of: 6, count: 2 }],
    ])
    const { total, shown, withheld } = protect(groups)
    assert.deepEqual(total, { of: 168, count: 68 })
    assert.deepEqual([...shown.keys()], ['CN', 'TH'])
    assert.deepEqual(withheld, ['KH', 'LA'])
    assert.deepEqual(protect(new Map([['CN', { of: 100, count: 40 }]])).withheld, [])
    assert.equal(protect(new Map([['CN', { of: 7, count: 3 }]])).total, undefined)
  })
})

test('officers read how matches are spread, and nobody else does', async () => {
  const market = await openMarket({ empty: true })
  const { officer, seeker, provider, running } = market
  const subjects = 'zorbik quallat mirvon teptok blanduk fextor gorvim hadruk jilpot kastrom lumbix nortag'.split(' ')
  const text = (subject: string) => {
    const line = subjects.map((word) => `${subject}${word}`).join(' ')
    return { texts: { en: { title: line, summary: line, description: line } }, keywords: {} }
  }
  for (const [place, subject] of subjects.entries()) {
    const organisation = place < 6 ? organisations.university : organisations.institute
    await market.publishOffer(offerContent(text(subject)), { organisation })
    await market.publishNeed(needContent(text(subject)))
  }
  await running.settle()
  const all = await matchesOf(market, { status: 'proposed' })
  assert.ok(all.length >= subjects.length)
  for (const [place, { id }] of all.entries()) {
    const match = await officer.get(`/v1/matches/${id}`).expect(200)
    await (place % 2 ? act(officer, match, 'approve') : act(officer, match, 'reject', { code: 'notRelevant' })).expect(
      200,
    )
  }
  const { body } = await officer.get('/v1/matches/fairness').expect(200)
  assert.equal(body.tables.length, 18)
  const table = (measure: string, side: string, by: string) =>
    body.tables.find((one: any) => one.measure === measure && one.side === side && one.by === by)
  const { total, groups, withheld } = table('exposure', 'provider', 'kind')
  assert.deepEqual([total.of, total.count, withheld], [12, 12, []])
  assert.deepEqual(groups.map(({ group, of }: any) => [group, of]).sort(), [
    ['researchInstitute', 6],
    ['university', 6],
  ])
  const approval = table('approval', 'seeker', 'language')
  assert.equal(approval.groups[0].group, 'en')
  assert.equal(approval.total.count, Math.floor(all.length / 2))
  assert.ok(approval.total.low < approval.total.share && approval.total.share < approval.total.high)
  assert.deepEqual(table('agreement', 'seeker', 'country').groups, [])
  for (const who of [seeker, provider]) await who.get('/v1/matches/fairness').expect(403)
})
