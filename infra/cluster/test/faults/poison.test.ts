import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { DeadLetter } from '@techbridge/bus'
import { offerEvents } from '@techbridge/contracts'
import { startEngines } from '@techbridge/engines'
import type { TextIndexes } from '@techbridge/index'
import { services } from '@techbridge/local'
import type { CreateService } from '@techbridge/process'
import { offerContent, organisations, type Running, startService } from '@techbridge/testkit'
import { eventually, onEngines } from './harness.ts'

const title = 'Unspeakable pump'

/** A fault of a service: its index fails for whatever has this title. */
const faulty = (indexes: TextIndexes, title: string, isFixed: () => boolean): TextIndexes => ({
  ping: () => indexes.ping(),
  close: () => indexes.close(),
  open: async (spec) => {
    const index = await indexes.open(spec)
    return {
      put: async (documents) => {
        const failing = documents.some(({ source }) => JSON.stringify(source).includes(title))
        if (failing && !isFixed()) throw new Error(`no place for ${title}`)
        return index.put(documents)
      },
      get: (ids) => index.get(ids),
      search: (query) => index.search(query),
      nearest: (query) => index.nearest(query),
      frequencies: (tokens) => index.frequencies(tokens),
      rebuild: (fill) => index.rebuild(fill),
    }
  },
})

const runsOn = async (settings: Record<string, string>) => {
  let fixed = false
  const search: CreateService = (dependencies) =>
    services.search!({ ...dependencies, indexes: faulty(dependencies.indexes, title, () => fixed) })
  const running = await startService({ ...services, search }, { settings })
  try {
    await poisonAndReplay(running, () => {
      fixed = true
    })
  } finally {
    await running.close()
  }
}

const poisonAndReplay = async (running: Running, fix: () => void) => {
  const officer = await running.as('officer')
  const admin = await running.as('admin')

  const publish = async (key: string, title: string) => {
    const content = offerContent({ texts: { en: { title, summary: title, description: title } } })
    const row = JSON.stringify({ key, organisation: organisations.institute, content })
    const { body } = await officer
      .post('/v1/offers/import?publish=true&request=By+letter')
      .set('Content-Type', 'application/x-ndjson')
      .send(row)
      .expect(200)
    return body.rows[0].id as string
  }
  const found = async (q: string) => {
    const { body } = await officer.get('/v1/search').query({ q }).expect(200)
    return body.items.map(({ id }: { id: string }) => id) as string[]
  }
  const letters = async () => (await admin.get('/v1/dead-letters').expect(200)).body.items as DeadLetter[]

  const poison = await publish('poison', title)
  const others = await Promise.all(
    Array.from({ length: 20 }, (_, place) => publish(`sound ${place}`, `Harvester ${place}`)),
  )
  await eventually('the event is a dead letter', async () => (await letters()).length === 1)
  await running.settle()
  const [letter] = await letters()
  assert.deepEqual(
    [letter!.group, letter!.reason, (letter!.event as { type: string; subject: string }).subject],
    ['search', `no place for ${title}`, poison],
  )
  assert.equal((letter!.event as { type: string }).type, offerEvents.published.type)
  assert.deepEqual((await found('Harvester')).toSorted(), others.toSorted(), 'whatever else there is goes on')
  assert.deepEqual(await found('Unspeakable'), [])

  await admin.post(`/v1/dead-letters/${letter!.id}/replay`).expect(202)
  await eventually('replayed before the fix it is dead again', async () => (await letters()).length === 2)

  fix()
  const [again] = await letters()
  await admin.post(`/v1/dead-letters/${again!.id}/replay`).expect(202)
  await eventually('after the fix it is found', async () => (await found('Unspeakable')).includes(poison))
  assert.equal((await letters()).length, 2)
  assert.ok((await letters()).every(({ replayedAt }) => replayedAt !== undefined))
}

test('a poison event becomes a dead letter, holds up nothing, and is taken when it is replayed after the fix', () =>
  runsOn({}))

test('the same on Kafka, MongoDB and Elasticsearch', onEngines, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-poison-'))
  const engines = await startEngines({ dataDir })
  try {
    await runsOn({ ...engines.environment, SECRET: 'a secret of this test, long enough' })
  } finally {
    await engines.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
