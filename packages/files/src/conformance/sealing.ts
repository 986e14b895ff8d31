import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chunkBytes, overheadBytes } from '../chunks.ts'
import { partBytes } from '../parts.ts'
import { allOf, announced, contentOf, everything, fresh, type Open, store, stream, trouble } from './harness.ts'

export function sealing(open: Open): void {
  describe('sealing', () => {
    it(
      'nothing of content, name or hash can be read where it is kept',
      fresh(open, async (files, { objects }) => {
        const content = contentOf(100_000)
        const { sha256 } = await store(files, 'a', content)
        await files.begin(announced('b', content))
        await files.putPart('b', 1, stream(content))
        for (const [name, bytes] of await everything(objects)) {
          for (const plain of [content.subarray(0, 32), content.subarray(-32), 'Durian annex', sha256])
            assert.equal(bytes.indexOf(plain), -1, name)
        }
      }),
    )

    it(
      'what was changed, shortened, reordered or moved is refused',
      fresh(open, async (files, { objects }) => {
        const content = contentOf(partBytes + 3 * chunkBytes)
        const name = 'files/a/part-00002'
        const sealedChunk = chunkBytes + overheadBytes
        await store(files, 'a', content)
        await store(files, 'other', contentOf(content.length))
        const before = (await everything(objects)).get(name)!
        const chunk = (place: number) => before.subarray(place * sealedChunk, (place + 1) * sealedChunk)
        const tampered = {
          changed: Buffer.concat([before.subarray(0, 40), Buffer.from([before[40]! ^ 1]), before.subarray(41)]),
          shortened: before.subarray(0, -1),
          'without its end': before.subarray(0, -sealedChunk),
          reordered: Buffer.concat([chunk(1), chunk(0), chunk(2)]),
          repeated: Buffer.concat([chunk(0), chunk(0), chunk(2)]),
          'of another part': (await everything(objects)).get('files/a/part-00001')!.subarray(0, before.length),
          'of another file': (await everything(objects)).get('files/other/part-00002')!,
        }
        for (const [how, bytes] of Object.entries(tampered)) {
          await objects.replace(name, bytes)
          await assert.rejects(allOf(files, 'a'), trouble('damaged'), how)
        }
        await objects.remove(name)
        await assert.rejects(allOf(files, 'a'), trouble('damaged'), 'missing')
        assert.equal((await allOf(files, 'a', { start: 5, end: 10 })).length, 5)
        await objects.replace(name, before)
        assert.ok((await allOf(files, 'a')).equals(content))

        const headers = await everything(objects)
        await objects.replace('files/a/header', headers.get('files/other/header')!)
        await assert.rejects(files.facts('a'), trouble('damaged'), 'the header of another file')
      }),
    )

    it(
      'what an organisation’s key sealed is gone with that key, and others’ stays',
      fresh(open, async (files, { keys, filesAgain }) => {
        const content = contentOf(1000)
        await store(files, 'a', content)
        await store(files, 'b', content, { owner: 'mekong-cooperative' })
        await files.begin(announced('c', content))
        await keys.erase('dianchi-university')
        for (const id of ['a', 'c']) await assert.rejects(files.finish(id), trouble('erased'))
        await assert.rejects(allOf(files, 'a'), trouble('erased'))
        assert.ok((await allOf(files, 'b')).equals(content))
        await store(files, 'd', content)
        const again = await filesAgain()
        await assert.rejects(again.facts('a'), trouble('erased'))
        assert.ok((await allOf(again, 'd')).equals(content))
        await again.remove('a')
      }),
    )

    it(
      'a rotated key opens what there is, and the one before can go once nothing is left of it',
      fresh(open, async (files, { keys }) => {
        const content = contentOf(1000)
        await store(files, 'a', content)
        await store(files, 'b', content, { owner: 'mekong-cooperative' })
        await keys.rotate('dianchi-university')
        await store(files, 'c', content)
        assert.ok((await allOf(files, 'a')).equals(content))
        assert.equal(await files.rewrap('dianchi-university'), 2)
        await keys.retire('dianchi-university')
        for (const id of ['a', 'b', 'c']) assert.ok((await allOf(files, id)).equals(content), id)
        assert.deepEqual(await keys.owners(), ['dianchi-university', 'mekong-cooperative'])
        await keys.rotate('dianchi-university')
        await keys.retire('dianchi-university')
        await assert.rejects(allOf(files, 'a'), trouble('erased'))
      }),
    )
  })
}
