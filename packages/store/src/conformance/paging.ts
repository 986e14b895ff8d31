import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Collection, Query, Scalar } from '../store.ts'
import { find, fresh, insertAll, type Open, type Thing, thing } from './harness.ts'

const stock = Array.from({ length: 57 }, (_, place) =>
  thing(`t${place}`, {
    ...(place % 5 !== 0 && { number: place % 7 }),
    ...(place % 3 !== 0 && { text: `text ${place % 4}` }),
    flag: place % 2 === 0,
  }),
)

const orders: Query['order'][] = [
  undefined,
  ...['number', 'text', 'flag', '_id'].flatMap((by) => [{ by }, { by, descending: true }]),
]

const filters: Query['where'][] = [undefined, { flag: true }, [{ number: 1 }, { text: 'text 2' }]]

/** All pages; `between` runs after each. */
const pages = async (
  things: Collection<Thing>,
  query: Query,
  between: () => Promise<void> = async () => {},
): Promise<string[]> => {
  const seen: string[] = []
  for (let after: Query['after']; ; ) {
    const page = await things.find({ ...query, after })
    seen.push(...page.map(({ _id }) => _id))
    const last = page.at(-1)
    if (!last || page.length < query.limit) return seen
    after = [last[(query.order?.by ?? '_id') as keyof Thing] as Scalar, last._id]
    await between()
  }
}

export function paging(open: Open): void {
  describe('pages', () => {
    it(
      'of every size and order miss none and repeat none',
      fresh(open, async (things) => {
        await insertAll(things, stock)
        for (const order of orders) {
          for (const where of filters) {
            const all = await find(things, { where, order })
            for (const limit of [1, 2, 7, 57, 100]) {
              assert.deepEqual(
                await pages(things, { where, order, limit }),
                all,
                JSON.stringify({ where, order, limit }),
              )
            }
          }
        }
      }),
    )

    it(
      'miss and repeat none of what stays in its place while others come and change',
      fresh(open, async (things) => {
        await insertAll(things, stock)
        const staying = await find(things, { where: { flag: true }, order: { by: 'number' } })
        let count = 0
        const seen = await pages(things, { order: { by: 'number' }, limit: 4 }, async () => {
          await things.insert(thing(`new${count}`, { number: count % 7, flag: false }))
          const moved = stock.filter(({ flag }) => !flag)[count++]
          if (moved) await things.replace({ ...moved, number: 6 - (moved.number ?? 0), version: 2 }, 1)
        })
        assert.deepEqual(
          seen.filter((id) => staying.includes(id)),
          staying,
        )
      }),
    )
  })
}
