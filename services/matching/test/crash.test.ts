import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type NeedContent, needEvents, offerEvents } from '@techbridge/contracts'
import type { ServiceDependencies } from '@techbridge/runtime'
import { needContent, offerContent, organisations, startService } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'

/** The store as it is when the process dies after each match and before what it is about: the first write of every snapshot fails. */
const failing = (store: ServiceDependencies['store'], written: string[]): ServiceDependencies['store'] => ({
  ...store,
  collection: async (name, spec) => {
    const collection = await store.collection<any>(name, spec)
    if (name !== 'snapshots') return collection
    const failed = new Set<string>()
    return {
      ...collection,
      insert: async (document: any) => {
        if (!failed.has(document._id)) {
          failed.add(document._id)
          throw new Error('the process died')
        }
        await collection.insert(document)
        written.push(document._id)
      },
    }
  },
})

test('what a match is about is kept when the event comes again after a crash', async () => {
  const written: string[] = []
  const running = await startService({
    matching: (dependencies) =>
      createMatching({ ...dependencies, store: failing(dependencies.store, written) } as never),
  })
  after(running.close)
  const words = 'zorbik quallat mirvon teptok blanduk fextor gorvim hadruk'
  const texts: NeedContent['texts'] = { en: { title: words, summary: words, description: words } }
  const dates = { publishedAt: '2026-11-24T09:00:00.000Z', expiresAt: '2027-11-24T09:00:00.000Z' }
  const common = { revision: 1, ...dates }
  await running.publish(
    offerEvents.published,
    {
      id: `offer_${'1'.repeat(24)}`,
      reference: 'TOCN20261124001',
      type: 'TO',
      organisation: organisations.university,
      content: offerContent({ texts }),
      ...common,
    },
    1,
  )
  await running.publish(
    needEvents.published,
    {
      id: `need_${'1'.repeat(24)}`,
      reference: 'TRVN20261124001',
      type: 'TR',
      organisation: organisations.cooperative,
      content: needContent({ texts }),
      ...common,
    },
    1,
  )
  await running.settle()
  const keptByEvents = [...written]
  const officer = await running.as('officer')
  const { body } = await officer.get('/v1/matches').expect(200)
  assert.equal(body.items.length, 1)
  assert.deepEqual(keptByEvents, [body.items[0].id])
})
