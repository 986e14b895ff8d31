import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { EventBus, ReadOptions } from '@techbridge/bus'
import type { CloudEvent } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import type { IndexDocument, PutAside, TextIndex } from '@techbridge/index'
import { rebuildFromLog } from '../src/rebuild.ts'

const document = (id: string): IndexDocument => ({ id, version: 1, text: {}, keywords: {}, numbers: {}, source: null })
const documentOf = ({ id, type }: CloudEvent) => (type === 'published' ? document(id) : undefined)

/** A log of events by id, and an index that says what was put into the fresh copy and what afterwards. */
const setUp = (ids: string[]) => {
  const log = ids.map((id) => ({ id, type: id.startsWith('draft') ? 'drafted' : 'published' }) as CloudEvent)
  const bus = {
    async *read({ from = '0' }: ReadOptions) {
      const end = log.length
      for (let place = Number(from); place < end; place++) yield { event: log[place]!, position: String(place + 1) }
    },
  } as unknown as EventBus
  const fresh: string[] = []
  const later: string[] = []
  const swapping: { meanwhile: () => void | Promise<void> } = { meanwhile: () => {} }
  const index = {
    put: async (documents: IndexDocument[]) => void later.push(...documents.map(({ id }) => id)),
    rebuild: async (fill: (put: PutAside) => Promise<void>) => {
      await fill(async (documents) => void fresh.push(...documents.map(({ id }) => id)))
      await swapping.meanwhile()
    },
  } as unknown as TextIndex
  return { log, bus, index, fresh, later, swapping }
}

describe('a rebuild', () => {
  test('puts all that the log has into a fresh copy, in order', async () => {
    const ids = Array.from({ length: 450 }, (_, place) => (place % 3 ? `offer${place}` : `draft${place}`))
    const { bus, index, fresh, later } = setUp(ids)
    assert.equal(await rebuildFromLog(bus, ['techbridge.offers'], index, documentOf), 450)
    assert.deepEqual(
      fresh,
      ids.filter((id) => id.startsWith('offer')),
    )
    assert.deepEqual(later, [])
  })

  test('reads what came into the log meanwhile, which another instance may have put into the old copy', async () => {
    const { log, bus, index, fresh, later, swapping } = setUp(['a', 'b'])
    swapping.meanwhile = () => void log.push({ id: 'c', type: 'published' } as CloudEvent)
    assert.equal(await rebuildFromLog(bus, ['techbridge.offers'], index, documentOf), 3)
    assert.deepEqual([fresh, later], [['a', 'b'], ['c']])
  })

  test('is one at a time for an index, and may be tried again when it failed', async () => {
    const { bus, index, swapping } = setUp(['a'])
    const rebuild = () => rebuildFromLog(bus, ['techbridge.offers'], index, documentOf)
    swapping.meanwhile = async () => {
      await assert.rejects(rebuild(), DomainError)
      throw new Error('disk full')
    }
    await assert.rejects(rebuild(), /disk full/)
    swapping.meanwhile = () => {}
    assert.equal(await rebuild(), 1)
  })
})
