import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  allOf,
  announced,
  contentOf,
  everything,
  fresh,
  type Open,
  patienceMs,
  store,
  stream,
  trouble,
} from './harness.ts'

export function expiring(open: Open): void {
  describe('expiring', () => {
    it(
      'an upload that is not finished in time takes nothing more and is removed; files stay',
      fresh(open, async (files, { pass, filesAgain }) => {
        const content = contentOf(1000)
        await store(files, 'done', content)
        await files.begin(announced('a', content))
        await files.putPart('a', 1, stream(content))
        pass(patienceMs - 1)
        assert.deepEqual(await files.expire(), [])
        await files.begin(announced('later', content))
        pass(1)
        await assert.rejects(files.upload('a'), trouble('expired'))
        await assert.rejects(files.putPart('a', 1, stream(content)), trouble('expired'))
        await assert.rejects(files.finish('a'), trouble('expired'))
        pass(patienceMs / 2)
        const again = await filesAgain()
        assert.deepEqual(await again.expire(), ['a'])
        assert.deepEqual(await again.expire(), [])
        await assert.rejects(again.upload('a'), trouble('missing'))
        assert.deepEqual((await again.upload('later')).received, [])
        assert.ok((await allOf(again, 'done')).equals(content))
      }),
    )

    it(
      'a removal that a crash interrupted goes on',
      fresh(open, async (files, { objects, pass }) => {
        await store(files, 'a', contentOf(1000))
        await files.begin(announced('b', contentOf(1000)))
        await objects.put('open/a', stream(Buffer.from('{"expiresAt":""}')), 16)
        await objects.remove('files/a/done')
        await objects.remove('files/b/header')
        assert.deepEqual(await files.expire(), ['a'])
        pass(2 * patienceMs)
        assert.deepEqual(await files.expire(), ['b'])
        assert.deepEqual([...(await everything(objects)).keys()], [])
      }),
    )
  })
}
