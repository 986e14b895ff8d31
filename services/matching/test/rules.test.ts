import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { render } from '@techbridge/contracts'
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
    assert.match(render(exclusion(publishedNeed(), own, today)!.why), /same organisation/)
  })

  test('in whose territories it gives no rights', () => {
    assert.match(render(exclusion(...territories(['VN', 'TH'], ['LA']), today)!.why), /VN, TH.*LA/)
  })

  test('once either has expired', () => {
    const { expiresAt } = publishedNeed()
    assert.equal(exclusion(publishedNeed(), publishedOffer(), today), undefined)
    const later = { ...publishedNeed(), expiresAt: '2030-01-01T00:00:00.000Z' }
    assert.match(render(exclusion(publishedNeed(), publishedOffer(), expiresAt)!.why), /need expired/)
    assert.match(render(exclusion(later, publishedOffer(), expiresAt)!.why), /offer expired/)
  })

  test('whose deadline for responses has passed, but not on that day in its zone', () => {
    const ends = (content: Parameters<typeof needContent>[0], end: string) => {
      const until = publishedNeed(needContent({ responseDeadline: '2026-11-24', ...content }))
      const justBefore = new Date(Date.parse(end) - 1).toISOString()
      assert.equal(exclusion(until, publishedOffer(), justBefore), undefined)
      const { why, cause } = exclusion(until, publishedOffer(), end)!
      assert.match(render(why), /due by 2026-11-24/)
      assert.equal(cause, 'needDeadlinePassed')
    }
    ends({}, '2026-11-24T17:00:00.000Z')
    ends({ responseDeadlineZone: 'Asia/Kathmandu' }, '2026-11-24T18:15:00.000Z')
    ends({ responseDeadlineZone: 'Pacific/Honolulu' }, '2026-11-25T10:00:00.000Z')
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
