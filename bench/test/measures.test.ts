import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { averagePrecision, interval, ndcg, recall, reciprocalRank } from '../src/quality/measures.ts'

const judged = (...ranked: string[]) => ({
  ranked,
  relevance: new Map([
    ['best', 2],
    ['good', 1],
  ]),
})
const close = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-9, `${value}, ${expected}`)

describe('an answer', () => {
  test('that is ideal is worth 1 by every measure', () => {
    for (const measure of [ndcg(10), reciprocalRank(10), recall(10), averagePrecision])
      assert.equal(measure(judged('best', 'good', 'other')), 1)
  })

  test('without anything relevant is worth nothing', () => {
    for (const measure of [ndcg(10), reciprocalRank(10), recall(10), averagePrecision])
      assert.equal(measure(judged('other', 'else')), 0)
  })

  test('is worth what the definitions say', () => {
    const answer = judged('other', 'good', 'else', 'best')
    close(ndcg(10)(answer), (1 / Math.log2(3) + 2 / Math.log2(5)) / (2 + 1 / Math.log2(3)))
    close(averagePrecision(answer), (1 / 2 + 2 / 4) / 2)
    assert.equal(reciprocalRank(10)(answer), 1 / 2)
    assert.equal(recall(2)(answer), 1 / 2)
  })

  test('is only looked at as far as the depth', () => {
    assert.equal(ndcg(1)(judged('other', 'best')), 0)
    assert.equal(reciprocalRank(1)(judged('other', 'best')), 0)
  })
})

test('an interval holds the mean, is the same in every run, and narrows with more values', () => {
  const values = Array.from({ length: 40 }, (_, n) => n % 5)
  const [low, high] = interval(values)
  assert.ok(low < 2 && high > 2)
  assert.deepEqual(interval(values), [low, high])
  const [lowOfMore, highOfMore] = interval(Array.from({ length: 400 }, (_, n) => n % 5))
  assert.ok(highOfMore - lowOfMore < high - low)
})
