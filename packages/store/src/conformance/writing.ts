import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { AlreadyExists, StaleVersion } from '../store.ts'
import { find, fresh, type Open, spec, type Thing, thing } from './harness.ts'

export function writing(open: Open): void {
  describe('writing', () => {
    it(
      'keeps a document as it was given',
      fresh(open, async (things) => {
        const hidden = { list: [1, 'two', [null, true]], text: '水 💧 ສະບາຍດີ "\\\n', $: { 'a.b': 1.5e-7 }, empty: {} }
        const document = thing('a', { text: '', number: 0, flag: false, hidden })
        await things.insert(document)
        assert.deepEqual(await things.get('a'), document)
        const large = thing('b', { hidden: 'x'.repeat(1_000_000) })
        await things.insert(large)
        assert.deepEqual(await things.get('b'), large)
      }),
    )

    it(
      'has nothing under an id that was not inserted',
      fresh(open, async (things) => assert.equal(await things.get('a'), undefined)),
    )

    it(
      'refuses an id that is taken, and leaves what has it',
      fresh(open, async (things) => {
        await things.insert(thing('a', { text: 'first' }))
        await assert.rejects(things.insert(thing('a', { text: 'second', version: 2 })), AlreadyExists)
        assert.deepEqual(await things.get('a'), thing('a', { text: 'first' }))
      }),
    )

    it(
      'inserts what is missing of many, leaves what is there, and may be told so again',
      fresh(open, async (things, { reopen }) => {
        await things.insertMissing([])
        await things.insert(thing('b', { text: 'first' }))
        const many = ['a', 'b', 'c'].map((id) => thing(id, { text: 'second', tags: ['x'] }))
        await Promise.all([things.insertMissing(many), things.insertMissing(many)])
        await things.insertMissing(many)
        const again = await (await reopen()).collection<Thing>('things', spec)
        assert.deepEqual(await again.get('b'), thing('b', { text: 'first' }))
        assert.deepEqual(await find(again, { where: { tags: 'x' } }), ['a', 'c'])
      }),
    )

    it(
      'replaces a document whole at the version it stands at, also by one of the same version',
      fresh(open, async (things) => {
        await things.insert(thing('a', { text: 'first', number: 1 }))
        await things.replace(thing('a', { flag: true, version: 2 }), 1)
        assert.deepEqual(await things.get('a'), thing('a', { flag: true, version: 2 }))
        await things.replace(thing('a', { text: 'again', version: 2 }), 2)
        assert.deepEqual(await things.get('a'), thing('a', { text: 'again', version: 2 }))
        assert.deepEqual(await find(things, { where: { flag: true } }), [])
      }),
    )

    it(
      'refuses to replace at another version, or what is not there',
      fresh(open, async (things) => {
        await things.insert(thing('a', { version: 3 }))
        for (const version of [2, 4])
          await assert.rejects(things.replace(thing('a', { version: 9 }), version), StaleVersion)
        await assert.rejects(things.replace(thing('b', { version: 2 }), 1), StaleVersion)
        assert.deepEqual(await things.get('a'), thing('a', { version: 3 }))
        assert.equal(await things.get('b'), undefined)
      }),
    )

    it(
      'keeps collections apart',
      fresh(open, async (things, { store }) => {
        const others = await store.collection<Thing>('others', { indexes: [] })
        await things.insert(thing('a', { text: 'thing' }))
        await others.insert(thing('a', { text: 'other' }))
        assert.equal((await things.get('a'))?.text, 'thing')
        assert.equal((await others.get('a'))?.text, 'other')
      }),
    )

    it(
      'gives the same documents under the same name, whenever it is opened, and under more indexes',
      fresh(open, async (things, { reopen }) => {
        await things.insert(thing('a', { text: 'x' }))
        const store = await reopen()
        const again = await store.collection<Thing & { extra?: string }>('things', { indexes: ['text', 'extra'] })
        assert.deepEqual(await again.get('a'), thing('a', { text: 'x' }))
        await again.insert({ ...thing('b'), extra: 'y' })
        assert.deepEqual((await again.find({ where: { extra: 'y' }, limit: 1 }))[0]?._id, 'b')
        const wider = await store.collection<Thing>('things', { indexes: ['text', 'extra', 'version'] })
        assert.deepEqual(await find(wider, { where: { version: 1 } }), ['a', 'b'])
      }),
    )

    it(
      'says that it is unavailable once closed, and never gives an empty answer',
      fresh(open, async (things, { store }) => {
        await things.insert(thing('a'))
        await store.ping()
        await store.close()
        await assert.rejects(store.ping(), Unavailable)
        await assert.rejects(things.get('a'), Unavailable)
        await assert.rejects(things.find({ limit: 1 }), Unavailable)
        await assert.rejects(things.insert(thing('b')), Unavailable)
        await assert.rejects(things.insertMissing([thing('b')]), Unavailable)
        await assert.rejects(things.replace(thing('a', { version: 2 }), 1), Unavailable)
      }),
    )
  })
}
