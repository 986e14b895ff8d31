import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { NeedContent, OfferContent } from '@techbridge/contracts'
import { needContent, offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import { type Aspect, aspectNames, changedAspects, fingerprintOf } from '../src/domain/aspects.ts'
import { analyseProfile, type PublishedProfile } from '../src/domain/profile.ts'
import { anyNeed, anyOffer, publishedNeed, publishedOffer } from './pairs.ts'

const hash = (value: string) => createHash('sha256').update(value).digest('hex')
const fingerprint = (profile: PublishedProfile) => fingerprintOf(profile, analyseProfile(profile), hash)
const changed = (before: PublishedProfile, after: PublishedProfile) => {
  const same = fingerprint(publishedNeed())
  return changedAspects([same, fingerprint(before)], [same, fingerprint(after)])
}

const text = {
  en: {
    title: 'Drip irrigation with solar pumps for hillside orchards',
    summary: 'Pressure compensating emitters keep the flow even on slopes.',
    description:
      'Twelve trials on durian, mango and pomelo saved water and fertiliser. The controller reads soil moisture, opens valves by zone and reports leaks by radio.',
  },
}
const otherText = {
  en: {
    title: 'Grafted seedlings that resist bacterial wilt',
    summary: 'Nursery protocol for tomato and aubergine rootstocks.',
    description: 'Scions are joined at the cotyledon stage and healed in the dark at high humidity for five days.',
  },
}
const offer = (overrides: Partial<OfferContent> = {}) => publishedOffer(offerContent({ texts: text, ...overrides }))
const need = (overrides: Partial<NeedContent> = {}) => publishedNeed(needContent({ texts: text, ...overrides }))

const oneWordMore = { en: { ...text.en, description: `${text.en.description} Robust.` } }
const rephrased = { en: { ...text.en, title: 'Solar drip irrigation for orchards on hillsides' } }

const cases: [name: string, before: PublishedProfile, after: PublishedProfile, expected: Aspect[]][] = [
  ['one word more', offer(), offer({ texts: oneWordMore }), []],
  ['a title in other words', need(), need({ texts: rephrased }), []],
  ['another text', offer(), offer({ texts: otherText }), ['text']],
  ['a higher TRL', offer({ trl: 4 }), offer({ trl: 5 }), ['maturity']],
  ['a lower TRL asked for', need({ minimumTrl: 7 }), need({ minimumTrl: 5 }), ['maturity']],
  ['one territory more', offer({ territories: ['VN'] }), offer({ territories: ['VN', 'LA'] }), ['territory']],
  ['territories in another order', need({ territories: ['VN', 'LA'] }), need({ territories: ['LA', 'VN'] }), []],
  [
    'another price',
    offer({ price: { max: 1, currency: 'CNY' } }),
    offer({ price: { max: 2, currency: 'CNY' } }),
    ['price'],
  ],
  ['a budget', need({ budget: undefined }), need({ budget: { max: 5, currency: 'VND' } }), ['price']],
  [
    'a granted patent',
    offer({ ip: { status: 'applied', patents: [] } }),
    offer({ ip: { status: 'granted', patents: [] } }),
    ['ip'],
  ],
  ['other deal types', need({ dealTypes: ['option'] }), need({ dealTypes: ['assignment'] }), ['dealType']],
  ['another class', offer({ ipc: ['A01G25/02'] }), offer({ ipc: ['C02F1/44'] }), ['classification']],
]

for (const [name, before, after, expected] of cases)
  test(`${name} changes ${expected.join(', ') || 'nothing that a refusal is about'}`, () =>
    assert.deepEqual(changed(before, after), expected))

test('the same profile has not changed, whatever it says', () => {
  fc.assert(
    fc.property(fc.oneof(anyOffer, anyNeed), (profile: PublishedProfile) => {
      assert.deepEqual(changed(profile, structuredClone(profile)), [])
    }),
  )
})

test('a fingerprint holds none of the words', () => {
  const { hashes, text: signature } = fingerprint(offer({ price: { max: 123_456, currency: 'CNY' } }))
  assert.equal(signature.length, 64)
  assert.ok(signature.every((value) => Number.isInteger(value)))
  assert.doesNotMatch(JSON.stringify(hashes), /irrigation|123456|CNY/)
  assert.ok(Object.keys(hashes).every((aspect) => (aspectNames as readonly string[]).includes(aspect)))
})
