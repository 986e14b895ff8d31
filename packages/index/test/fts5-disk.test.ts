import assert from 'node:assert/strict'
import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { openFts5Indexes, type TextIndex } from '../src/index.ts'

const spec = { name: 'offers', text: ['title'], keywords: [], numbers: [] }
const given = (id: string) => ({ id, version: 1, text: { title: [id] }, keywords: {}, numbers: {}, source: null })
const all = async (index: TextIndex) => (await index.search({ limit: 9 })).hits.map(({ id }) => id)

type Done = (error: NodeJS.ErrnoException | null) => void

/** An index whose next sync fails once `failing` says so. */
const open = async (t: TestContext) => {
  const folder = await mkdtemp(join(tmpdir(), 'text-index-'))
  const file = join(folder, 'index.sqlite')
  const disk = { failing: false }
  const { fdatasync } = fs
  const mock = t.mock.method(fs, 'fdatasync', (log: number, done: Done) => {
    if (disk.failing) setImmediate(done, Object.assign(new Error('no'), { code: 'EIO' }))
    else fdatasync(log, done)
    disk.failing = false
  })
  syncBuiltinESMExports()
  const indexes = openFts5Indexes(file)
  t.after(async () => {
    mock.mock.restore()
    syncBuiltinESMExports()
    await indexes.close()
    await rm(folder, { recursive: true })
  })
  return { file, disk, indexes, index: await indexes.open(spec) }
}

test('a rebuild whose last sync fails leaves a whole copy, now and when it is opened again', async (t) => {
  const { file, disk, indexes, index } = await open(t)
  await index.put([given('before')])
  const rebuilt = index.rebuild(async (put) => {
    await put([given('rebuilt')])
    disk.failing = true
  })
  await assert.rejects(rebuilt, Unavailable)
  assert.deepEqual(await all(index), ['rebuilt'])
  await index.put([given('later')])
  await indexes.close()

  const again = openFts5Indexes(file)
  t.after(() => again.close())
  const opened = await again.open(spec)
  assert.deepEqual(await all(opened), ['later', 'rebuilt'])
  await opened.rebuild((put) => put([given('last')]))
  assert.deepEqual(await all(opened), ['last'])
})
