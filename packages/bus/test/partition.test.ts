import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { murmur2, partitionOf } from '../src/partition.ts'

// Source: org.apache.kafka.common.utils.UtilsTest.testMurmur2
const published: [text: string, hash: number][] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
]

for (const [text, hash] of published) {
  test(`murmur2 of ${text} is what Kafka has`, () => assert.equal(murmur2(new TextEncoder().encode(text)), hash))
}

test('every subject has one partition of those that there are', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 64 }), (subject, count) => {
      const partition = partitionOf(subject, count)
      assert.ok(Number.isInteger(partition) && partition >= 0 && partition < count)
      assert.equal(partitionOf(subject, count), partition)
    }),
  ))

test('subjects spread over all partitions', () => {
  const used = new Set(Array.from({ length: 60 }, (_, index) => partitionOf(`offer_${index}`, 6)))
  assert.equal(used.size, 6)
})
