import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Client } from '@techbridge/client'
import { signIn } from '@techbridge/client'
import { matchesApi } from '@techbridge/contracts'
import { listen } from '@techbridge/http'
import { composeProcess, readConfig } from '@techbridge/process'
import { pino } from 'pino'
import { transferOffice } from '../src/accounts.ts'
import { importSample, settled } from '../src/load-sample.ts'
import { services } from '../src/services.ts'
import { expectedPairs, nearMisses } from './sample-pairs.ts'

const folder = mkdtempSync(join(tmpdir(), 'techbridge-quality-'))
const ids = new Map<string, string>()
const idOf = (key: string) => ids.get(key) as string
let officer: Client
let stop: () => Promise<void>

before(async () => {
  const config = readConfig({ AUTH_DEV: '1', DATA_DIR: folder, LOG_LEVEL: 'silent' })
  const system = await composeProcess({ config, services, log: pino({ level: config.LOG_LEVEL }) })
  await system.start()
  const server = await listen(system.app, '127.0.0.1', 0)
  stop = async () => {
    await server.drain()
    await system.stop()
  }
  officer = await signIn(server.url, 'officer', transferOffice)
  const { offers, needs } = await importSample(officer)
  for (const { key, id } of [...offers.rows, ...needs.rows]) ids.set(key as string, id as string)
  await settled(officer)
})
after(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

test('every pair that belongs together is proposed, and no offer ranks above it for its need', async () => {
  for (const { need, offer } of expectedPairs) {
    const { body } = await officer.call(matchesApi.list, { query: { need: idOf(need) } })
    assert.equal(body.items[0]?.offer.id, idOf(offer), `best match of ${need}`)
  }
})

test('a match across languages is explained by what both name', async () => {
  const query = { need: idOf('dengue-health-post-test'), offer: idOf('dengue-combo-test') }
  const { body } = await officer.call(matchesApi.assess, { query })
  const concepts = body.features.find(({ name }) => name === 'concepts')
  assert.ok(concepts?.terms?.some(({ term, need, offer }) => term === 'concept:dengue' && need !== offer))
})

test('a pair that its territories keep apart is excluded, with the reason', async () => {
  const apart = nearMisses.filter(({ because }) => because === 'territory')
  assert.ok(apart.length > 0)
  for (const { need, offer } of apart) {
    const { body } = await officer.call(matchesApi.assess, {
      query: { need: idOf(need), offer: idOf(offer) },
    })
    assert.match(body.excluded ?? '', /Rights are wanted for/)
  }
})
