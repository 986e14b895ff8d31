import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type ImportOptions, importFile } from '@techbridge/cli'
import { type Client, createClient } from '@techbridge/client'
import {
  type CloudEvent,
  matchEvents,
  matchesApi,
  needEvents,
  offerEvents,
  operationsApi,
  searchApi,
  startOfDay,
} from '@techbridge/contracts'
import { type Running, startService } from '@techbridge/testkit'
import { services } from '../src/services.ts'

const data = join(import.meta.dirname, '../../../../shared/data')
const nasa = { file: join(data, 'nasa-software/catalog.json'), count: 558 }
const sbir = { file: join(data, 'sbir/needs.jsonl'), count: 339 }
const all = nasa.count + sbir.count

const absent = existsSync(nasa.file) && existsSync(sbir.file) ? false : 'the real data is not in ../shared/data'

/** What only one of two lists has, so that a difference can be read. */
const difference = (one: readonly string[], other: readonly string[]) => {
  const [left, right] = [new Set(one), new Set(other)]
  return [...left.symmetricDifference(right)]
}

const twice = (ids: readonly string[]) => unique(ids.filter((id, place) => ids.indexOf(id) < place))

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** All items of a list, page by page. */
const everyPage = async <T>(page: (cursor?: string) => Promise<{ items: T[]; next?: string }>): Promise<T[]> => {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const { items: some, next } = await page(cursor)
    items.push(...some)
    cursor = next
  } while (cursor !== undefined)
  return items
}

const name = 'real data, imported and published'
describe(name, { skip: absent }, importing)

function importing() {
  let system: Running
  let officer: Client
  let folder: string
  /** The event that published each profile, by the profile's id. */
  const published = new Map<string, CloudEvent>()
  let events: CloudEvent[]

  const importAll = async (more: Pick<ImportOptions, 'file' | 'format' | 'as' | 'mapping'>) => {
    const report = join(folder, `${more.as}.report.ndjson`)
    const patience = { limitMs: 0, stop: new AbortController().signal }
    const summary = await importFile({
      client: officer,
      encoding: 'utf-8',
      publish: true,
      request: 'Catalogues that are public',
      batch: 200,
      report,
      patience,
      ...more,
    })
    if (summary.broke) throw summary.broke
    return summary
  }
  const importBoth = async () => [
    await importAll({ file: nasa.file, format: 'json', as: 'offers', mapping: 'nasa' }),
    await importAll({ file: sbir.file, format: 'ndjson', as: 'needs', mapping: 'sbir-needs' }),
  ]

  /** Everything that was published has been taken, and everything that matching proposed stands in the log. */
  const settled = async () => {
    const isSettled = async () => {
      const { body: found } = await officer.call(searchApi.search, { query: { limit: 1 } })
      const { body: lag } = await officer.call(operationsApi.lag)
      if (
        found.total < all ||
        Object.values(lag)
          .flatMap(Object.values)
          .some((left) => left > 0)
      )
        return false
      events = await system.events()
      const proposed = events.filter(({ type }) => type === matchEvents.proposed.type)
      return unique(proposed.map(({ subject }) => subject)).length === (await allMatches()).length
    }
    while (!(await isSettled())) await pause(50)
  }
  const allMatches = () =>
    everyPage(async (cursor) => (await officer.call(matchesApi.list, { query: { limit: 100, cursor } })).body)

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'techbridge-reports-'))
    system = await startService(services)
    officer = createClient(system.url, await system.token('officer'))
  })
  after(async () => {
    await system.close()
    await rm(folder, { recursive: true })
  })

  test('every record is taken', async (t) => {
    const began = performance.now()
    const [offers, needs] = await importBoth()
    const imported = performance.now()
    await settled()
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
    t.diagnostic(`imported in ${seconds(began, imported)} s, settled ${seconds(imported, performance.now())} s later`)
    assert.deepEqual([offers!.created, offers!.refused], [nasa.count, 0])
    assert.deepEqual([needs!.created, needs!.refused], [sbir.count, 0])
  })

  test('every publication stands in the event log once', async () => {
    const publications = events.filter(
      ({ type }) => type === offerEvents.published.type || type === needEvents.published.type,
    )
    assert.deepEqual(twice(events.map(({ id }) => id)), [])
    assert.equal(publications.length, all)
    for (const event of publications) published.set(event.subject, event)
    assert.equal(published.size, all)
  })

  test('search has every publication once, as it was published', async () => {
    const hits = await everyPage(async (cursor) => {
      const { body } = await officer.call(searchApi.search, { query: { limit: 100, cursor } })
      assert.equal(body.total, all)
      return body
    })
    assert.deepEqual(twice(hits.map(({ id }) => id)), [])
    assert.deepEqual(
      difference(
        hits.map(({ id }) => id),
        [...published.keys()],
      ),
      [],
    )
    for (const { id, reference, title, publishedAt } of hits) {
      const { content, ...data } = published.get(id)!.data as { reference: string; publishedAt: string; content: any }
      assert.deepEqual(
        { reference, title, publishedAt },
        { reference: data.reference, title: content.texts.en.title, publishedAt: startOfDay(data.publishedAt) },
      )
    }
  })

  test('matching has every publication', async () => {
    const ids = (kind: string) => [...published.keys()].filter((id) => id.startsWith(`${kind}_`))
    const needs = ids('need')
    const offers = ids('offer')
    for (const [place, offer] of offers.entries()) {
      const need = needs[place % needs.length]!
      const { body } = await officer.call(matchesApi.assess, { query: { need, offer } })
      const sum = body.features.reduce((total, { contribution }) => total + contribution, 0)
      assert.ok(Math.abs(sum - body.score) < 0.01, `${need} and ${offer}`)
    }
  })

  test('matching proposed each pair once, and explains it', async (t) => {
    const matches = await allMatches()
    t.diagnostic(`${matches.length} matches`)
    assert.ok(matches.length > 0)
    assert.deepEqual(twice(matches.map(({ need, offer }) => `${need.id} ${offer.id}`)), [])
    const proposals = events.filter(({ type }) => type === matchEvents.proposed.type)
    assert.deepEqual(twice(proposals.map(({ subject }) => subject)), [])
    assert.deepEqual(
      difference(
        proposals.map(({ subject }) => subject),
        matches.map(({ id }) => id),
      ),
      [],
    )
    for (const { id, features } of matches) {
      assert.ok(
        features.some(({ terms = [] }) => terms.length > 0),
        `${id} names no terms`,
      )
      const { body } = await officer.call(matchesApi.history, { params: { id } })
      assert.deepEqual(
        body.items.map(({ type }) => type).filter((type) => type === matchEvents.proposed.type),
        [matchEvents.proposed.type],
      )
    }
  })

  test('importing again passes over what the reports have, and without them the server knows the keys', async () => {
    assert.deepEqual(
      (await importBoth()).map(({ created, passedOver }) => [created, passedOver]),
      [
        [0, nasa.count],
        [0, sbir.count],
      ],
    )
    await rm(folder, { recursive: true })
    folder = await mkdtemp(join(tmpdir(), 'techbridge-reports-'))
    assert.deepEqual(
      (await importBoth()).map(({ created, unchanged }) => [created, unchanged]),
      [
        [0, nasa.count],
        [0, sbir.count],
      ],
    )
    await settled()
    assert.equal((await system.events()).length, events.length)
  })
}
