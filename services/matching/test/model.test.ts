import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ScoreModel } from '@techbridge/contracts'
import { needContent, offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import { shipped } from '../src/domain/model.ts'
import { isProposable, score } from '../src/domain/score.ts'
import { anyNeed, anyOffer, corpus, publishedNeed, publishedOffer, scoreOf, sidesOf } from './pairs.ts'

const written = (language: string, text: string) => ({
  originalLanguage: language,
  texts: { [language]: { title: text, summary: text, description: text } },
  keywords: {},
})
const across = (cosine: number | undefined, language = 'lo') => {
  const sides = sidesOf(
    publishedNeed(needContent(written(language, 'ກະສິກອນ'))),
    publishedOffer(offerContent(written('en', 'zorbik'))),
  )
  return score({ ...sides, cosine }, corpus)
}

describe('the shipped model', () => {
  test('says what it was fitted on', () => assert.ok(shipped.fittedOn.length > 0))

  test('finds that a nearer meaning is no less likely to be right, in any language, and nothing without one', () => {
    for (const language of ['lo', 'zh', 'th', 'vi', 'km', 'my', 'id', 'fr']) {
      const scores = [0, 0.3, 0.5, 0.6, 0.8, 1].map((cosine) => across(cosine, language).score)
      assert.deepEqual(
        scores,
        scores.toSorted((one, other) => one - other),
      )
      assert.ok(scores.at(-1)! > 0.8 && scores[0]! < 0.05, `${language}: ${scores}`)
    }
    assert.equal(isProposable(across(0.8)), true)
    assert.equal(isProposable(across(undefined)), false)
    assert.equal(isProposable(across(0.1)), false)
  })

  test('scores a pair in one language alike whether a model of languages has read it or not', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, fc.double({ min: -1, max: 1, noNaN: true }), (need, offer, cosine) => {
        const sides = sidesOf(need, offer)
        const [one] = Object.keys(sides.needText.languages)
        fc.pre(one !== undefined && one in sides.offerText.languages)
        assert.equal(score({ ...sides, cosine }, corpus).score, score(sides, corpus).score)
      }),
    )
  })
})

test('a score is of the model that it is asked of', () => {
  const sides = sidesOf(publishedNeed(), publishedOffer())
  const sceptic: ScoreModel = { ...shipped, version: 'sceptic-1', words: { ...shipped.words, bias: -100 } }
  const { score: low, scoring } = score(sides, corpus, sceptic)
  assert.deepEqual([low, scoring.model], [0, 'sceptic-1'])
  assert.ok(scoreOf(publishedNeed(), publishedOffer()).score > low)
})

test('a condition that fits better never lowers the score', () => {
  const trls = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(anyNeed, anyOffer, trls, trls, (need, offer, one, other) => {
      const [lower, higher] = [Math.min(one, other), Math.max(one, other)].map(
        (trl) => scoreOf(need, { ...offer, content: { ...offer.content, trl } }).score,
      )
      assert.ok(lower! <= higher!)
    }),
  )
})
