import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairs, randomFrom } from './faults/sample.ts'

const engines = ['kafka', 'mongodb', 'elasticsearch']
const ways = ['gone', 'silent']

test('a sample has every fault and everything it happens to, each pair once, and its seed repeats it', () => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 50; seed++) {
    const sample = pairs(engines, ways, randomFrom(seed), false)
    assert.deepEqual(pairs(engines, ways, randomFrom(seed), false), sample)
    assert.deepEqual(sample.map(([engine]) => engine).toSorted(), engines.toSorted())
    assert.deepEqual(new Set(sample.map(([, way]) => way)), new Set(ways))
    for (const pair of sample) seen.add(pair.join(' '))
  }
  assert.equal(seen.size, 6)
})

test('the whole has every pair', () => {
  const whole = pairs(engines, ways, randomFrom(1), true)
  assert.equal(new Set(whole.map((pair) => pair.join(' '))).size, 6)
})
