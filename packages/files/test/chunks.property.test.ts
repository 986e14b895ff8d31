import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { chunkBytes, chunksOf, openChunks, overheadBytes, type SealedFile, sealChunks } from '../src/chunks.ts'
import { stream } from '../src/conformance/harness.ts'
import { once, wholeOf } from '../src/objects.ts'
import { partBytes, partOf, partsOf, sliceOf } from '../src/parts.ts'

const sealedChunk = chunkBytes + overheadBytes

/** Sizes about the edges of chunks. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 3 * chunkBytes }),
  fc
    .integer({ min: 0, max: 3 })
    .chain((chunks) => fc.integer({ min: -2, max: 2 }).map((off) => Math.max(0, chunks * chunkBytes + off))),
)

const sealed = async (bytes: number) => {
  const file: SealedFile = { id: 'a', key: randomBytes(32), bytes }
  const content = randomBytes(bytes)
  return { file, content, chunks: chunksOf(bytes), kept: await wholeOf(sealChunks(file, 0, once(content))) }
}

test('chunks open to what was sealed, in whatever pieces both came', async () => {
  await fc.assert(
    fc.asyncProperty(size, fc.integer({ min: 999, max: 200_000 }), async (bytes, piece) => {
      const { file, content, chunks } = await sealed(bytes)
      const kept = await wholeOf(sealChunks(file, 0, stream(content, piece)))
      assert.equal(kept.length, partOf(bytes, 1)?.sealedBytes)
      assert.ok((await wholeOf(openChunks(file, 0, chunks, stream(kept, piece)))).equals(content))
    }),
    { numRuns: 40 },
  )
})

test('any change of what is kept is refused: a bit, a cut, a swap, another place, another file, another size', async () => {
  const change = fc.record({ how: fc.constantFrom('bit', 'cut', 'swap', 'place', 'id', 'bytes', 'more'), at: fc.nat() })
  await fc.assert(
    fc.asyncProperty(size, change, async (bytes, { how, at }) => {
      const { file, chunks, kept } = await sealed(bytes)
      let [as, from, given] = [file, 0, Buffer.from(kept)]
      if (how === 'bit') given[at % given.length]! ^= 1 << (at % 8)
      if (how === 'cut') given = given.subarray(0, at % given.length)
      if (how === 'swap') {
        fc.pre(chunks > 1)
        const place = (at % (chunks - 1)) * sealedChunk
        const [one, two] = [given.subarray(place, place + sealedChunk), given.subarray(place + sealedChunk)]
        const other = two.subarray(0, sealedChunk)
        given = Buffer.concat([given.subarray(0, place), other, one, two.subarray(sealedChunk)])
      }
      if (how === 'place') from = 1 + (at % 9)
      if (how === 'id') as = { ...file, id: 'b' }
      if (how === 'bytes') {
        const claimed = bytes + chunkBytes
        as = { ...file, bytes: claimed }
      }
      if (how === 'more') given = Buffer.concat([given, randomBytes(1 + (at % 70_000))])
      await assert.rejects(wholeOf(openChunks(as, from, chunks, once(given))), { trouble: 'damaged' })
    }),
    { numRuns: 200 },
  )
})

test('slices of parts make up every range of a file', () => {
  const bytes = fc.integer({ min: 1, max: 5 * partBytes })
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(), (total, a, b) => {
      const [start, end] = [a % total, 1 + (b % total)].sort((one, other) => one - other) as [number, number]
      fc.pre(start < end)
      let covered = start
      for (let number = 1; number <= partsOf(total); number++) {
        const part = partOf(total, number)!
        const before = (number - 1) * partBytes
        if (before >= end || before + part.bytes <= start) continue
        const slice = sliceOf(part, { start, end })
        assert.equal(before + (slice.firstChunk - part.firstChunk) * chunkBytes + slice.skip, covered)
        assert.ok(slice.sealed.end <= part.sealedBytes && slice.sealed.start < slice.sealed.end)
        assert.ok(slice.skip < chunkBytes && slice.chunks * chunkBytes >= slice.skip + slice.bytes)
        covered += slice.bytes
      }
      assert.equal(covered, end)
      assert.equal(partOf(total, partsOf(total) + 1), undefined)
    }),
  )
})
