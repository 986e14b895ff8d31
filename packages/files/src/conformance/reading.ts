import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chunkBytes } from '../chunks.ts'
import { partBytes } from '../parts.ts'
import { allOf, contentOf, fresh, type Open, store } from './harness.ts'

export function reading(open: Open): void {
  describe('reading', () => {
    it(
      'a range is what stands there, at every edge of chunks and parts',
      fresh(open, async (files) => {
        const content = contentOf(partBytes + chunkBytes + 7)
        await store(files, 'a', content)
        const edges = [0, 1, chunkBytes - 1, chunkBytes, partBytes - 1, partBytes, partBytes + 1, content.length]
        for (const start of edges) {
          for (const end of edges.filter((one) => one >= start)) {
            const found = await allOf(files, 'a', { start, end })
            assert.ok(found.equals(content.subarray(start, end)), `${start} to ${end}`)
          }
        }
      }),
    )

    it(
      'a reader that leaves early leaves nothing open, and others read on',
      fresh(open, async (files) => {
        const content = contentOf(partBytes + 5)
        await store(files, 'a', content)
        for (let round = 0; round < 20; round++) {
          for await (const piece of files.read('a')) {
            assert.ok(piece.length > 0)
            break
          }
        }
        assert.ok((await allOf(files, 'a')).equals(content))
      }),
    )
  })
}
