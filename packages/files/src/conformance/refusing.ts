import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { partBytes } from '../parts.ts'
import {
  allOf,
  announced,
  contentOf,
  everything,
  fresh,
  type Open,
  partIn,
  sha256,
  store,
  stream,
  trouble,
} from './harness.ts'

export function refusing(open: Open): void {
  describe('refusing', () => {
    it(
      'a file that is not what was announced is gone',
      fresh(open, async (files, { objects }) => {
        const content = contentOf(partBytes + 10)
        await files.begin(announced('a', content, { sha256: sha256(contentOf(5)) }))
        await files.putPart('a', 1, stream(partIn(content, 1)))
        await files.putPart('a', 2, stream(partIn(content, 2)))
        await assert.rejects(files.finish('a'), trouble('digest'))
        assert.deepEqual([...(await everything(objects)).keys()], [])
      }),
    )

    it(
      'a part that is too long, too short, another one or broken off leaves nothing',
      fresh(open, async (files) => {
        const content = contentOf(partBytes + 10)
        await files.begin(announced('a', content))
        const endless = async function* () {
          for (;;) yield contentOf(100_000)
        }
        const broken = async function* () {
          yield contentOf(100_000)
          throw new Error('aborted')
        }
        const second = partIn(content, 2)
        await assert.rejects(files.putPart('a', 1, endless()), trouble('part-too-long'))
        await assert.rejects(files.putPart('a', 1, broken()), /aborted/)
        await assert.rejects(files.putPart('a', 2, stream(second.subarray(1))), trouble('part-too-short'))
        await assert.rejects(files.putPart('a', 2, stream(contentOf(11))), trouble('part-too-long'))
        await assert.rejects(files.putPart('a', 2, stream(contentOf(10)), sha256(second)), trouble('part-digest'))
        for (const number of [0, 3, -1, 1.5, Number.NaN])
          await assert.rejects(files.putPart('a', number, stream(second)), trouble('no-such-part'))
        assert.deepEqual((await files.upload('a')).received, [])
        await files.putPart('a', 2, stream(second))
        await files.putPart('a', 1, stream(partIn(content, 1)))
        await files.finish('a')
        assert.ok((await allOf(files, 'a')).equals(content))
      }),
    )

    it(
      'a part is received once: the same again is taken, another is refused, also at once',
      fresh(open, async (files) => {
        const [content, other] = [contentOf(1000), contentOf(1000)]
        await files.begin(announced('a', content))
        await Promise.all([1, 2, 3].map(() => files.putPart('a', 1, stream(content))))
        await assert.rejects(files.putPart('a', 1, stream(other)), trouble('part-differs'))
        await files.putPart('a', 1, stream(content))
        await files.finish('a')
        await assert.rejects(files.putPart('a', 1, stream(content)), trouble('finished'))
        assert.ok((await allOf(files, 'a')).equals(content))
      }),
    )

    it(
      'nothing is overwritten',
      fresh(open, async (files) => {
        const content = contentOf(1000)
        await files.begin(announced('a', content))
        await assert.rejects(files.begin(announced('a', contentOf(10))), trouble('exists'))
        await files.putPart('a', 1, stream(content))
        await files.finish('a')
        await assert.rejects(files.begin(announced('a', contentOf(10))), trouble('exists'))
        assert.ok((await allOf(files, 'a')).equals(content))
      }),
    )

    it(
      'a content that does not begin like its type, before the rest is read',
      fresh(open, async (files) => {
        const content = Buffer.from('<script>alert(1)</script>')
        for (const type of ['application/pdf', 'image/png', 'application/zip', 'text/html']) {
          const id = type.replaceAll(/[^a-z]/g, '-')
          await files.begin(announced(id, content, { type }))
          await assert.rejects(files.putPart(id, 1, stream(content)), trouble('type'))
        }
        await assert.rejects(store(files, 'empty', Buffer.alloc(0), { type: 'application/pdf' }), trouble('type'))
        await assert.rejects(store(files, 'nul', Buffer.from('a\0b')), trouble('type'))
        await store(files, 'pdf', Buffer.from('%PDF-1.7 /JS (app.alert(1))'), { type: 'application/pdf' })
      }),
    )

    it(
      'an id that is a path',
      fresh(open, async (files) => {
        for (const id of ['', '../a', 'a/b', '/etc/passwd', 'a\0', 'A', '.', 'a'.repeat(101)]) {
          await assert.rejects(files.begin(announced(id, contentOf(1))), /is no id/)
          await assert.rejects(allOf(files, id), /is no id/)
        }
        await store(files, 'a', contentOf(1), { about: { en: '../../etc/passwd\0', th: 'a/b' } })
      }),
    )
  })
}
