import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import { explainToParties } from '../src/domain/explain.ts'
import type { PublishedProfile } from '../src/domain/profile.ts'
import type { Score } from '../src/domain/score.ts'
import { anyNeed, anyOffer, publishedNeed, publishedOffer, sidesOf, words } from './pairs.ts'

const saying = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((all) => all.join(' '))
interface Hidden {
  description: string
  advantages: string
  most: number
}
const most = fc.integer({ min: 0, max: 1e9 })
const hidden: fc.Arbitrary<Hidden> = fc.record({ description: saying, advantages: saying, most })

/** The profile with another hidden part. */
const hiding = <P extends PublishedProfile>(profile: P, { description, advantages, most }: Hidden): P => {
  const texts = Object.fromEntries(
    Object.entries(profile.content.texts).map(([tag, text]) => [tag, { ...text, description, advantages }]),
  )
  const amounts = { max: most, currency: 'CNY' }
  return { ...profile, content: { ...profile.content, texts, price: amounts, budget: amounts } }
}

describe('what a party is told', () => {
  test('does not depend on what it may not read', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, hidden, hidden, (need, offer, one, other) => {
        const told = (needHides: Hidden, offerHides: Hidden) =>
          explainToParties(sidesOf(hiding(need, needHides), hiding(offer, offerHides)))
        assert.deepEqual(told(one, one).seeker, told(one, other).seeker)
        assert.deepEqual(told(one, one).provider, told(other, one).provider)
      }),
    )
  })

  test('adds up to its score', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        const explanations: Score[] = Object.values(explainToParties(sidesOf(need, offer)))
        for (const { score, features } of explanations) {
          const sum = features.reduce((total, { contribution }) => total + contribution, 0)
          assert.ok(Math.abs(sum - score) < 1e-9)
        }
      }),
    )
  })

  test('names hidden words that both have once it may read both', () => {
    const text = { title: 'Zorbik', summary: 'Quallat.', description: 'Mirvon teptok.' }
    const saysSo = { originalLanguage: 'en', texts: { en: text } }
    const [need, offer] = [publishedNeed(needContent(saysSo)), publishedOffer(offerContent(saysSo))]
    const termsOf = (name: 'provider' | 'seeker' | 'both') =>
      JSON.stringify(explainToParties(sidesOf(need, offer))[name].features)
    assert.match(termsOf('both'), /mirvon/i)
    for (const party of ['provider', 'seeker'] as const) {
      assert.match(termsOf(party), /zorbik/i)
      assert.doesNotMatch(termsOf(party), /mirvon|teptok/i)
    }
  })
})
