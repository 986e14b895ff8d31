import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saltedHash } from '../files-on.ts'
import { partBytes } from '../parts.ts'
import {
  allOf,
  announced,
  contentOf,
  everything,
  fresh,
  numbersOf,
  type Open,
  partIn,
  sha256,
  store,
  stream,
  trouble,
} from './harness.ts'

export function keeping(open: Open): void {
  describe('keeping', () => {
    it(
      'a file whose parts came at once and in any order is what was sent',
      fresh(open, async (files, { filesAgain }) => {
        const content = contentOf(2 * partBytes + 12_345)
        const upload = await files.begin(announced('a', content))
        assert.deepEqual([upload.parts, upload.partBytes, upload.received], [3, partBytes, []])
        await Promise.all([3, 1, 2].map((number) => files.putPart('a', number, stream(partIn(content, number)))))
        assert.deepEqual((await files.upload('a')).received, [1, 2, 3])
        const facts = await files.finish('a')
        assert.equal(facts.sha256, sha256(content))
        assert.deepEqual(facts.about, { en: 'Durian annex.txt' })
        assert.ok((await allOf(files, 'a')).equals(content))
        const again = await filesAgain()
        assert.ok((await allOf(again, 'a')).equals(content))
        assert.deepEqual(await again.facts('a'), facts)
      }),
    )

    it(
      'files of every odd size, the empty one too',
      fresh(open, async (files) => {
        for (const bytes of [0, 1, 65_535, 65_536, 65_537, partBytes]) {
          const content = contentOf(bytes)
          await store(files, `size-${bytes}`, content)
          assert.ok((await allOf(files, `size-${bytes}`)).equals(content), `${bytes} bytes`)
        }
      }),
    )

    it(
      'nothing is seen before the end, and the end may be told twice, also at once',
      fresh(open, async (files) => {
        const content = contentOf(partBytes + 1)
        await assert.rejects(files.upload('a'), trouble('missing'))
        await files.begin(announced('a', content))
        for (const number of numbersOf(content)) {
          await assert.rejects(allOf(files, 'a'), trouble('missing'))
          await assert.rejects(files.facts('a'), trouble('missing'))
          await assert.rejects(files.finish('a'), trouble('incomplete'))
          await files.putPart('a', number, stream(partIn(content, number)), sha256(partIn(content, number)))
        }
        await assert.rejects(files.facts('a'), trouble('missing'))
        const facts = await Promise.all([files.finish('a'), files.finish('a')])
        assert.deepEqual(facts[0], facts[1])
        assert.deepEqual(await files.finish('a'), facts[0])
        await assert.rejects(files.upload('a'), trouble('finished'))
      }),
    )

    it(
      'two files of one content have hashes that do not tell so',
      fresh(open, async (files) => {
        const content = contentOf(100)
        const one = await store(files, 'a', content)
        const other = await store(files, 'b', content)
        assert.notEqual(saltedHash(one), saltedHash(other))
        assert.equal(saltedHash(one), saltedHash(await files.facts('a')))
      }),
    )

    it(
      'what is removed leaves nothing',
      fresh(open, async (files, { objects }) => {
        await store(files, 'a', contentOf(1000))
        await files.begin(announced('b', contentOf(1000)))
        for (const id of ['a', 'b', 'b', 'c']) await files.remove(id)
        await assert.rejects(allOf(files, 'a'), trouble('missing'))
        assert.deepEqual([...(await everything(objects)).keys()], [])
      }),
    )
  })
}
