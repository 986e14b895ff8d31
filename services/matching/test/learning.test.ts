import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ScoreModel } from '@techbridge/contracts'
import fc from 'fast-check'
import { hashOf } from '../src/domain/hash.ts'
import { fewest, type Labelled, labelled, learn, scoreBy } from '../src/domain/learning.ts'
import { shipped } from '../src/domain/model.ts'
import { score } from '../src/domain/score.ts'
import { corpus, publishedNeed, publishedOffer, scoreOf, sidesOf } from './pairs.ts'

/** Decisions as a model would make them, on evidence of all strengths. */
const decidedBy = (model: ScoreModel, count: number): Labelled[] =>
  Array.from({ length: count }, (_, n) => {
    const at = (what: number) => hashOf(`${n}~${what}`, 1) / 2 ** 32
    const inputs = { words: 0.5 + 2 * at(1), phrases: at(2) / 2, title: at(3), concepts: 0 }
    const one = { inputs, moved: 0 }
    return { ...one, id: `match_${n}`, isRight: scoreBy(model, one) > at(4) }
  })

const stricter: ScoreModel = { ...shipped, words: { ...shipped.words, bias: shipped.words.bias - 4 } }

describe('learning', () => {
  test('finds a model that decisions follow better, and says by how much', () => {
    const { accepted, gain, words, labelled: counts, heldBack } = learn(shipped, decidedBy(stricter, 600))
    assert.ok(accepted && gain && words)
    assert.ok(0 < gain.low && gain.low <= gain.mean && gain.mean <= gain.high)
    assert.ok(words.bias < shipped.words.bias && words.terms.every(({ weight }) => weight >= 0))
    assert.equal(counts.right + counts.wrong, 600)
    assert.ok(heldBack > 100 && heldBack < 300)
  })

  test('takes no model that is not surely better', () => {
    const { accepted, why, gain } = learn(shipped, decidedBy(shipped, 600))
    assert.equal(accepted, false)
    assert.ok(gain && gain.low <= 0)
    assert.match(why, /not surely better/)
  })

  test('takes none that was fitted on too few decisions, or on those of one kind alone', () => {
    const few = learn(shipped, decidedBy(stricter, fewest.all - 1))
    assert.deepEqual([few.accepted, few.words], [false, undefined])
    assert.match(few.why, /99 decisions.*100 are needed/)
    const right = decidedBy(stricter, 600).map((one) => ({ ...one, isRight: true }))
    assert.match(learn(shipped, right).why, /600 approved and 0 irrelevant.*20 of each/)
  })

  test('gives the same from the same decisions, in whatever order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 200 }), (count) => {
        const decisions = decidedBy(stricter, count)
        assert.deepEqual(learn(shipped, decisions).labelled, learn(shipped, decisions.toReversed()).labelled)
        assert.deepEqual(learn(shipped, decisions), learn(shipped, decisions))
      }),
      { numRuns: 3 },
    )
  })
})

describe('a decided match', () => {
  const { features, scoring } = scoreOf(publishedNeed(), publishedOffer())
  const match = { id: 'match_1', disclosed: false, features, scoring }
  const wrong = { ...match, refusal: { code: 'notRelevant' as const } }

  test('is right once an officer approved it, and wrong when somebody found it irrelevant', () => {
    assert.equal(labelled({ ...match, disclosed: true })?.isRight, true)
    assert.equal(labelled(wrong)?.isRight, false)
    assert.equal(labelled({ ...wrong, disclosed: true })?.isRight, false)
    assert.equal(labelled({ ...match, disclosed: true, refusal: { code: 'price' } })?.isRight, true)
  })

  test('says nothing where nobody decided, or for a reason that is not its texts', () => {
    assert.equal(labelled(match), undefined)
    assert.equal(labelled({ ...match, refusal: { code: 'price' } }), undefined)
    assert.equal(labelled({ ...wrong, scoring: undefined }), undefined)
    assert.equal(labelled({ ...wrong, scoring: { model: 'shipped-1', inputs: { cosine: 0.5 } } }), undefined)
  })

  test('is scored by another model from what it keeps, as from its texts', () => {
    const one = labelled(wrong)
    const sides = sidesOf(publishedNeed(), publishedOffer())
    for (const model of [shipped, stricter])
      assert.ok(one && Math.abs(scoreBy(model, one) - score(sides, corpus, model).score) < 1e-3)
  })

  test('keeps no text', () => {
    const one = labelled(wrong)
    assert.deepEqual(Object.keys(one ?? {}).toSorted(), ['id', 'inputs', 'isRight', 'moved'])
    assert.ok(Object.values(one?.inputs ?? {}).every((value) => typeof value === 'number'))
  })
})
