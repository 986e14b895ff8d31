import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { pino } from 'pino'
import { readConfig } from '../src/config.ts'
import { type CreateService, composeProcess } from '../src/process.ts'

it('a service gets no engine that its row does not name', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'composition-'))
  t.after(() => rm(dataDir, { recursive: true }))
  const config = readConfig({ AUTH_DEV: '1', DATA_DIR: dataDir })
  const search: CreateService = async ({ store }) => {
    await store.ping()
    throw new Error('had a store')
  }
  const composed = composeProcess({ config, services: { search }, log: pino({ level: 'silent' }) })
  await assert.rejects(composed, /search uses mongodb, which its row/)
})
