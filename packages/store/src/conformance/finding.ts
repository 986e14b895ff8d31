import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Collection, Query } from '../store.ts'
import { find, fresh, insertAll, type Open, type Thing, thing } from './harness.ts'

const stock = [
  thing('a', { text: 'apple', number: 1, flag: true, tags: ['red', 'ripe', 'red'] }),
  thing('b', { text: 'Banana', number: 2, flag: false, tags: ['ripe'] }),
  thing('c', { text: 'cherry', number: 10, flag: true, tags: [] }),
  thing('d', { text: 'apple', number: 2 }),
  thing('e', { hidden: 'nothing to find it by' }),
]

const cases: [name: string, query: Partial<Query>, expected: string[]][] = [
  ['everything without a condition', {}, ['a', 'b', 'c', 'd', 'e']],
  ['everything by a filter without a condition', { where: {} }, ['a', 'b', 'c', 'd', 'e']],
  ['nothing by no filter at all', { where: [] }, []],
  ['a text', { where: { text: 'apple' } }, ['a', 'd']],
  ['a text in its own case alone', { where: { text: 'banana' } }, []],
  ['a number', { where: { number: 2 } }, ['b', 'd']],
  ['true', { where: { flag: true } }, ['a', 'c']],
  ['false, which is not the same as missing', { where: { flag: false } }, ['b']],
  ['an id', { where: { _id: 'c' } }, ['c']],
  ['one of a list', { where: { text: ['cherry', 'Banana', 'durian'] } }, ['b', 'c']],
  ['one of a list of booleans', { where: { flag: [true, false] } }, ['a', 'b', 'c']],
  ['nothing of an empty list', { where: { text: [] } }, []],
  ['above a bound', { where: { number: { gt: 2 } } }, ['c']],
  ['from a bound on', { where: { number: { gte: 2 } } }, ['b', 'c', 'd']],
  ['below a bound', { where: { number: { lt: 2 } } }, ['a']],
  ['between bounds', { where: { number: { gte: 2, lt: 10 } } }, ['b', 'd']],
  ['between texts', { where: { text: { gt: 'Banana', lte: 'apple' } } }, ['a', 'd']],
  ['a text in a list', { where: { tags: 'ripe' } }, ['a', 'b']],
  ['a text in a list in its own case alone', { where: { tags: 'Ripe' } }, []],
  ['one of several texts in a list', { where: { tags: ['red', 'ripe', 'soft'] } }, ['a', 'b']],
  ['nothing of no texts in a list', { where: { tags: [] } }, []],
  ['what a list holds and what else is asked for', { where: { tags: 'ripe', number: 2 } }, ['b']],
  ['what a list holds or what else is asked for', { where: [{ tags: 'red' }, { number: 10 }] }, ['a', 'c']],
  [
    'what a list holds, in an order',
    { where: { tags: 'ripe' }, order: { by: 'number', descending: true } },
    ['b', 'a'],
  ],
  ['what meets all conditions', { where: { text: 'apple', number: 2 } }, ['d']],
  ['what meets one of the filters', { where: [{ text: 'cherry' }, { number: 2 }] }, ['b', 'c', 'd']],
  ['what meets several of the filters once', { where: [{ text: 'apple' }, { number: 1 }] }, ['a', 'd']],
  ['no more than the limit', { limit: 2 }, ['a', 'b']],
  ['in an order', { order: { by: 'number' } }, ['a', 'b', 'd', 'c']],
  [
    'numbers in the order of numbers, descending, ties too',
    { order: { by: 'number', descending: true } },
    ['c', 'd', 'b', 'a'],
  ],
  ['texts in the order of their characters', { order: { by: 'text' } }, ['b', 'a', 'd', 'c']],
  ['false before true', { order: { by: 'flag' } }, ['b', 'a', 'c']],
  ['ids, descending', { order: { by: '_id', descending: true } }, ['e', 'd', 'c', 'b', 'a']],
  ['after a place', { order: { by: 'number' }, after: [2, 'b'] }, ['d', 'c']],
  ['after a place, descending', { order: { by: 'number', descending: true }, after: [2, 'd'] }, ['b', 'a']],
  ['after an id', { after: ['b', 'b'] }, ['c', 'd', 'e']],
  ['after a place where nothing is', { order: { by: 'number' }, after: [5, 'x'] }, ['c']],
]

export function finding(open: Open): void {
  describe('finding', () => {
    for (const [name, query, expected] of cases) {
      it(
        name,
        fresh(open, async (things) => {
          await insertAll(things, stock)
          assert.deepEqual(await find(things, query), expected)
        }),
      )
    }

    it(
      'counts what a filter matches, no further than asked',
      fresh(open, async (things) => {
        await insertAll(things, stock)
        assert.equal(await things.count({}, 10), 5)
        assert.equal(await things.count({ text: 'apple' }, 10), 2)
        assert.equal(await things.count({ text: { gt: '' } }, 10), 4)
        assert.equal(await things.count({ number: { gte: 1 } }, 3), 3)
        assert.equal(await things.count({ text: 'durian' }, 10), 0)
        await assert.rejects(things.count({ hidden: 'nothing to find it by' }, 10))
      }),
    )

    it(
      'gives whole documents',
      fresh(open, async (things) => {
        await insertAll(things, stock)
        assert.deepEqual(await things.find({ limit: 10 }), stock)
      }),
    )

    it(
      'fails on a field that is not declared',
      fresh(open, async (things) => {
        await insertAll(things, stock)
        for (const field of ['hidden', 'version', 'toString', 'text"', 'text.length', '$where', '']) {
          await refusesToFind(things, { where: { [field]: 1 } })
          await refusesToFind(things, { where: [{ text: 'apple' }, { [field]: [1] }] })
          await refusesToFind(things, { order: { by: field } })
        }
      }),
    )

    it(
      'finds by a list as it was written last',
      fresh(open, async (things) => {
        await insertAll(things, stock)
        await things.replace(thing('a', { version: 2, tags: ['soft'] }), 1)
        await things.replace(thing('b', { version: 2 }), 1)
        await things.replace(thing('e', { version: 2, tags: ['soft', 'ripe'] }), 1)
        assert.deepEqual(await find(things, { where: { tags: 'ripe' } }), ['e'])
        assert.deepEqual(await find(things, { where: { tags: 'soft' } }), ['a', 'e'])
        assert.equal(await things.count({ tags: ['soft', 'ripe'] }, 10), 2)
      }),
    )

    it(
      'has lists that a later version declares',
      fresh(open, async (_, { store, reopen }) => {
        const before = await store.collection<Thing>('older', { indexes: ['text'] })
        await insertAll(before, stock)
        const later = await (await reopen()).collection<Thing>('older', { indexes: ['text'], lists: ['tags'] })
        assert.deepEqual(await find(later, { where: { tags: 'ripe' } }), ['a', 'b'])
        await later.insert(thing('f', { tags: ['ripe'] }))
        assert.deepEqual(await find(later, { where: { tags: 'ripe' } }), ['a', 'b', 'f'])
      }),
    )

    it(
      'takes no bounds on a list, and nothing but texts, and gives no order by it',
      fresh(open, async (things) => {
        await insertAll(things, stock)
        for (const tags of [{ gte: 'a' }, 1, true, ['a', 1]]) await refusesToFind(things, { where: { tags } })
        await refusesToFind(things, { order: { by: 'tags' } })
      }),
    )

    it(
      'takes text as text',
      fresh(open, async (things) => {
        const odd = ["' OR 1=1 --", '$ne', '{"$gt":""}', '%', '_', '\\', 'null', '1', 'true']
        await insertAll(
          things,
          odd.map((text, place) => thing(`t${place}`, { text })),
        )
        for (const [place, text] of odd.entries()) {
          assert.deepEqual(await find(things, { where: { text } }), [`t${place}`])
        }
      }),
    )
  })
}

const refusesToFind = (things: Collection<Thing>, query: Partial<Query>) =>
  assert.rejects(find(things, query), Error, JSON.stringify(query))
