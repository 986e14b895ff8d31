import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { openSqliteBus } from '@techbridge/bus'
import { type CloudEvent, offerEvents, sequenceOf } from '@techbridge/contracts'
import { type IndexDocument, openFts5Indexes, type TextIndex } from '@techbridge/index'
import { toCloudEvent } from '../src/aggregate.ts'
import { type Projected, project } from '../src/projection.ts'
import { renewal } from '../src/renewal.ts'

const spec = { name: 'names', text: ['name'], keywords: [], numbers: [] }
const { withdrawn, expired, submitted } = offerEvents

/** An offer of this number is called so from this event on. */
const called = (number: number, name: string, seq: number, type: string = withdrawn.type): CloudEvent => {
  const id = `offer_${String(number).padStart(24, '0')}`
  const organisation = { id: 'org_1', name, country: 'TH', kind: 'university' }
  const by = { subject: 'test', role: 'system' as const }
  const data = { id, reference: 'TOTH2026112400', type: 'TO', organisation, reason: 'sold' }
  return toCloudEvent('offers', id, { seq, type, at: '2026-11-24T08:00:00.000Z', by, data })
}

const nameIn = ({ data }: CloudEvent) => (data as { organisation: { name: string } }).organisation.name

const documentOf = async (event: CloudEvent, mayGoOn: () => Promise<void>): Promise<IndexDocument | undefined> => {
  if (event.type !== withdrawn.type) return undefined
  await mayGoOn()
  const name = nameIn(event)
  return {
    id: event.subject,
    version: sequenceOf(event),
    text: { name: [name] },
    keywords: {},
    numbers: {},
    source: name,
  }
}

const methodsOf = (index: TextIndex): TextIndex => ({
  put: (...given) => index.put(...given),
  get: (ids) => index.get(ids),
  search: (query) => index.search(query),
  nearest: (query) => index.nearest(query),
  frequencies: (tokens) => index.frequencies(tokens),
  rebuild: (fill) => index.rebuild(fill),
})

const setUp = async (more: Partial<Projected> = {}) => {
  const bus = openSqliteBus(':memory:')
  const indexes = openFts5Indexes(':memory:')
  after(async () => {
    await indexes.close()
    await bus.close()
  })
  const index = await indexes.open(spec)
  const projection = project({ bus, index, events: [withdrawn, expired], documentOf, ...more })
  const all = async () => (await index.search({ limit: 100 })).hits.map(({ version, source }) => `${source} ${version}`)
  return { bus, index, projection, all }
}

describe('a projection', () => {
  test('makes the same of events live, one by one or together, and in a rebuild', async () => {
    const events = [called(1, 'one', 1), called(2, 'two', 1), called(1, 'uno', 2), called(2, 'gone', 2, expired.type)]
    const [single, batched, rebuilt] = [await setUp(), await setUp(), await setUp()]
    const handlers = new Map(single.projection.reactions.map(({ type, handle }) => [type, handle]))
    assert.deepEqual([...handlers.keys()], [withdrawn.type, expired.type])
    for (const event of events) await handlers.get(event.type)?.(event)
    await batched.projection.together(events)
    await rebuilt.bus.publish(events)
    assert.equal(await rebuilt.projection.rebuild(), 4)
    assert.deepEqual(await single.all(), ['uno 2', 'two 1'])
    assert.deepEqual(await batched.all(), await single.all())
    assert.deepEqual(await rebuilt.all(), await single.all())
  })

  test('gives what is found before it is written, where the index tells, and fails when it is not', async () => {
    const { index } = await setUp()
    const event = called(1, 'one', 1)
    const withPut = async (put: TextIndex['put']) => await setUp({ index: { ...methodsOf(index), put } })
    const gone = new Error('the disk is gone')
    const told = await withPut(async (documents, found) => {
      found?.(documents.map(({ id, version, source }) => ({ id, version, source })))
      throw gone
    })
    const soon = await told.projection.applySoon(event)
    assert.equal(soon.stored?.source, 'one')
    await assert.rejects(soon.written, gone)

    const silent = await withPut((documents) => index.put(documents))
    const { stored, written } = await silent.projection.applySoon(event)
    assert.equal(stored?.source, 'one')
    await written
    const failing = await withPut(() => Promise.reject(gone))
    await assert.rejects(failing.projection.applySoon(event), gone)
    assert.equal((await silent.projection.applySoon(called(1, 'gone', 2, expired.type))).stored, undefined)
  })

  test('live work waits as it is told, a rebuild for a turn of its own', async () => {
    let waits = 0
    const live = async () => {
      waits += 1
    }
    const { bus, projection, all } = await setUp({ live })
    const event = called(1, 'one', 1)
    await projection.together([event])
    await projection.apply(event)
    assert.equal(waits, 2)
    await bus.publish([event])
    await projection.rebuild()
    assert.equal(waits, 2)
    assert.deepEqual(await all(), ['one 1'])
  })

  test('gives what stands after an event: its document, a newer one, or nothing when it changes nothing', async () => {
    const { projection, all } = await setUp()
    const newer = called(1, 'new', 5)
    const stored = { id: newer.subject, version: 5, source: 'new' }
    assert.deepEqual(await projection.apply(newer), stored)
    assert.deepEqual(await projection.apply(called(1, 'old', 4)), stored)
    assert.equal(await projection.apply(called(1, 'other', 6, submitted.type)), undefined)
    assert.deepEqual(await all(), ['new 5'])
  })
})

describe('a projection that enriches its documents', () => {
  test('has a document as it is until it is enriched, and both live and in a rebuild the enriched one after that', async () => {
    const seen: string[][] = []
    const running: Awaited<ReturnType<typeof setUp>> = await setUp({
      enrich: async (document) => {
        seen.push(await running.all())
        return { ...document, source: `rich ${document.source}` }
      },
    })
    const { projection, bus, all } = running
    const events = [called(1, 'a', 1), called(2, 'b', 1), called(1, 'c', 2)]
    await projection.together(events)
    assert.deepEqual(seen, [
      ['c 2', 'b 1'],
      ['c 2', 'b 1'],
    ])
    assert.deepEqual(await all(), ['rich c 2', 'rich b 1'])

    assert.equal((await projection.apply(called(1, 'a', 1)))?.source, 'rich c')
    assert.equal(seen.length, 2, 'a document that does not stand is not enriched')
    assert.equal((await projection.apply(called(1, 'c', 2)))?.source, 'rich c')
    assert.deepEqual(await all(), ['rich c 2', 'rich b 1'])

    await bus.publish(events)
    await projection.rebuild()
    assert.deepEqual(await all(), ['rich c 2', 'rich b 1'])
  })

  test('keeps the document when that fails, and enriches it when the event comes again', async () => {
    let away = true
    const { projection, all } = await setUp({
      enrich: async (document) => {
        if (away) throw new Error('the model is away')
        return { ...document, source: 'rich' }
      },
    })
    await assert.rejects(projection.apply(called(1, 'a', 3)), /the model is away/)
    assert.deepEqual(await all(), ['a 3'])
    away = false
    await projection.apply(called(1, 'a', 3))
    assert.deepEqual(await all(), ['rich 3'])
  })
})

describe('an index that another analysis made', () => {
  const log = { warn: () => undefined, info: () => undefined }

  test('is filled anew once, under the name of this one', async () => {
    const { bus, index, projection, all } = await setUp({ analysis: 'one' })
    assert.equal(await projection.isOutdated(), false)
    await bus.publish([called(1, 'now', 1)])
    await index.put([{ id: 'left', version: 1, text: { name: ['then'] }, keywords: {}, numbers: {}, source: 'then' }])
    assert.equal(await projection.isOutdated(), false)

    const next = project({ bus, index, events: [withdrawn], documentOf, analysis: 'two' })
    assert.equal(await next.isOutdated(), true)
    await renewal({ names: next }, log)()
    while (await next.isOutdated()) await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(await all(), ['two 0', 'now 1'])
  })

  test('is one that was filled before there were names', async () => {
    const { bus, index, projection } = await setUp()
    await projection.apply(called(1, 'one', 1))
    const next = project({ bus, index, events: [withdrawn], documentOf, analysis: 'one' })
    assert.equal(await next.isOutdated(), true)
    await next.rebuild()
    assert.equal(await next.isOutdated(), false)
  })
})
