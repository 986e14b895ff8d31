import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import { exclusion, sharedTerritories } from '../src/domain/rules.ts'
import { publishedNeed, publishedOffer, today } from './pairs.ts'

const territories = (wanted: string[], given: string[]) =>
  [
    publishedNeed(needContent({ territories: wanted as never })),
    publishedOffer(offerContent({ territories: given as never })),
  ] as const

describe('an offer is kept from a need', () => {
  test('of the same organisation', () => {
    const own = publishedOffer(offerContent(), organisations.cooperative)
    assert.match(exclusion(publishedNeed(), own, today)!, /same organisation/)
  })

  test('in whose territories it gives no rights', () => {
    assert.match(exclusion(...territories(['VN', 'TH'], ['LA']), today)!, /VN, TH.*LA/)
  })

  test('once either has expired', () => {
    const { expiresAt } = publishedNeed()
    assert.equal(exclusion(publishedNeed(), publishedOffer(), today), undefined)
    const later = { ...publishedNeed(), expiresAt: '2030-01-01T00:00:00.000Z' }
    assert.match(exclusion(publishedNeed(), publishedOffer(), expiresAt)!, /need expired/)
    assert.match(exclusion(later, publishedOffer(), expiresAt)!, /offer expired/)
  })

  test('whose deadline for responses has passed, but not on that day', () => {
    const until = publishedNeed(needContent({ responseDeadline: '2026-11-24' }))
    assert.equal(exclusion(until, publishedOffer(), '2026-11-24T23:59:59.999Z'), undefined)
    assert.match(exclusion(until, publishedOffer(), '2026-11-25T00:00:00.000Z')!, /due by 2026-11-24/)
  })
})

test('an offer that fits is not kept from a need', () => {
  assert.equal(exclusion(publishedNeed(), publishedOffer(), today), undefined)
})

test('WORLD stands for all territories of the other side', () => {
  assert.deepEqual(sharedTerritories(...territories(['VN', 'TH'], ['WORLD'])), ['VN', 'TH'])
  assert.deepEqual(sharedTerritories(...territories(['WORLD'], ['VN', 'LA'])), ['VN', 'LA'])
  assert.deepEqual(sharedTerritories(...territories(['WORLD'], ['WORLD'])), ['WORLD'])
  assert.deepEqual(sharedTerritories(...territories(['VN', 'TH'], ['TH', 'LA'])), ['TH'])
  assert.deepEqual(sharedTerritories(...territories(['VN'], ['LA'])), [])
})
