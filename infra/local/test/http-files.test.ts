import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createClient } from '@techbridge/client'
import { type Running, startService } from '@techbridge/testkit'
import { importSample } from '../src/load-sample.ts'
import { services } from '../src/services.ts'
import { runHttpFile } from './http-files.ts'
import { endpoints } from './requests.ts'

const folder = join(import.meta.dirname, '../../../docs/http')
const files = readdirSync(folder).filter((name) => name.endsWith('.http'))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('the requests of docs/http are answered as they say', () => {
  let system: Running
  before(async () => {
    system = await startService(services)
    await importSample(createClient(system.url, await system.token('officer')))
    await system.settle()
  })
  after(() => system.close())

  for (const name of files)
    test(`${name}, and again`, async () => {
      assert.ok((await runHttpFile(read(name), system.url)).length > 0)
      await runHttpFile(read(name), system.url)
    })

  test('another status is reported with its line', () =>
    assert.rejects(
      runHttpFile('@host = x\n\n### Lag\n# Status: 200\nPOST {{host}}/v1/lag\n', system.url),
      /line 3, Lag: 40\d/,
    ))
})

test('docs/http has requests to every part of the API but the stream, which does not end', () => {
  const parts = new Set(endpoints.map(({ endpoint }) => endpoint.path.split('/').slice(0, 3).join('/')))
  parts.delete('/v1/stream')
  const all = files.map(read).join('\n')
  assert.deepEqual(
    [...parts].filter((part) => !all.includes(`{{host}}${part}`)),
    [],
  )
})
