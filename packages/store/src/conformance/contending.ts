import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AlreadyExists, StaleVersion } from '../store.ts'
import { find, fresh, insertAll, type Open, thing } from './harness.ts'

const many = 40
const times = <T>(run: (place: number) => T): T[] => Array.from({ length: many }, (_, place) => run(place))

const outcomes = async (writes: Promise<void>[], refusal: typeof StaleVersion | typeof AlreadyExists) => {
  const settled = await Promise.allSettled(writes)
  for (const one of settled) if (one.status === 'rejected') assert.ok(one.reason instanceof refusal, String(one.reason))
  return settled.flatMap(({ status }, place) => (status === 'fulfilled' ? [place] : []))
}

export function contending(open: Open): void {
  describe('concurrent writes', () => {
    it(
      'of one version: exactly one succeeds',
      fresh(open, async (things) => {
        await things.insert(thing('a', { version: 1 }))
        for (let version = 1; version <= 5; version++) {
          const writes = times((number) => things.replace(thing('a', { number, version: version + 1 }), version))
          const won = await outcomes(writes, StaleVersion)
          assert.equal(won.length, 1)
          assert.deepEqual(await things.get('a'), thing('a', { number: won[0]!, version: version + 1 }))
        }
      }),
    )

    it(
      'of one id: exactly one succeeds',
      fresh(open, async (things) => {
        const won = await outcomes(
          times((number) => things.insert(thing('a', { number }))),
          AlreadyExists,
        )
        assert.equal(won.length, 1)
        assert.equal((await things.get('a'))?.number, won[0])
      }),
    )

    it(
      'that are tried again lose no update',
      fresh(open, async (things) => {
        await things.insert(thing('a', { number: 0 }))
        const increment = async () => {
          for (;;) {
            const { number, version } = (await things.get('a'))!
            try {
              return await things.replace(thing('a', { number: number! + 1, version: version + 1 }), version)
            } catch (error) {
              assert.ok(error instanceof StaleVersion)
            }
          }
        }
        await Promise.all(times(increment))
        assert.deepEqual(await things.get('a'), thing('a', { number: many, version: many + 1 }))
      }),
    )

    it(
      'of several documents stand or fall by themselves',
      fresh(open, async (things) => {
        await insertAll(things, [thing('a'), thing('b')])
        const writes = [
          things.insert(thing('c')),
          things.insert(thing('a')),
          things.replace(thing('b', { version: 2 }), 1),
          things.replace(thing('b', { version: 2 }), 7),
          things.insert(thing('d')),
        ]
        const settled = await Promise.allSettled(writes)
        assert.deepEqual(
          settled.map(({ status }) => status),
          ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
        )
        assert.deepEqual(await find(things, {}), ['a', 'b', 'c', 'd'])
      }),
    )

    it(
      'are seen by what is read after they were acknowledged',
      fresh(open, async (things) => {
        await Promise.all(
          times(async (number) => {
            await things.insert(thing(`a${number}`, { number }))
            assert.equal((await things.get(`a${number}`))?.number, number)
            assert.deepEqual(await find(things, { where: { number } }), [`a${number}`])
            await things.replace(thing(`a${number}`, { number: -number - 1, version: 2 }), 1)
            assert.deepEqual(await find(things, { where: { number } }), [])
          }),
        )
      }),
    )
  })
}
