import assert from 'node:assert/strict'
import fs, { mkdtempSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setImmediate as round } from 'node:timers/promises'
import { Unavailable } from '@techbridge/contracts'
import { Database } from '../src/index.ts'

type Done = (error: NodeJS.ErrnoException | null) => void

/** A database whose log gets to disk when the test says so: `syncs` are those that were begun. */
const open = async (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), 'sync-'))
  const db = new Database(join(folder, 'numbers.sqlite'))
  db.exec('CREATE TABLE numbers (n INTEGER) STRICT')
  const syncs: Done[] = []
  const mock = t.mock.method(fs, 'fdatasync', (_: number, done: Done) => void syncs.push(done))
  syncBuiltinESMExports()
  t.after(() => {
    mock.mock.restore()
    syncBuiltinESMExports()
    db.close()
    rmSync(folder, { recursive: true })
  })
  const settled: string[] = []
  const insert = (n: number) =>
    db
      .write(() => void db.prepare('INSERT INTO numbers VALUES (?)').run(n))
      .then(() => settled.push(`${n}`))
      .catch((error) => settled.push(`${n} ${error instanceof Unavailable ? 'unavailable' : error}`))
  const rounds = async () => {
    for (let left = 20; left > 0; left--) await round()
  }
  const count = () => db.prepare('SELECT count(*) AS count FROM numbers').get()?.count
  return { db, insert, rounds, count, syncs, settled }
}

test('a write is acknowledged when the log is on disk, and what is written meanwhile shares the next sync', async (t) => {
  const { insert, rounds, count, syncs, settled } = await open(t)
  void insert(1)
  await rounds()
  void insert(2)
  await rounds()
  void insert(3)
  await rounds()
  assert.deepEqual([syncs.length, count(), settled], [1, 3, []])
  syncs[0]?.(null)
  await rounds()
  assert.deepEqual([syncs.length, settled], [2, ['1']])
  syncs[1]?.(null)
  await rounds()
  assert.deepEqual([syncs.length, settled], [2, ['1', '2', '3']])
})

test('what does not get to disk is unavailable, and the next write is tried', async (t) => {
  const { insert, rounds, syncs, settled } = await open(t)
  void insert(1)
  await rounds()
  syncs[0]?.(Object.assign(new Error('no'), { code: 'EIO' }))
  await rounds()
  void insert(2)
  await rounds()
  syncs[1]?.(null)
  await rounds()
  assert.deepEqual(settled, ['1 unavailable', '2'])
})

test('closing brings to disk what waits, also while a sync runs, and a late end of that changes nothing', async (t) => {
  const { db, insert, rounds, syncs, settled } = await open(t)
  void insert(1)
  await rounds()
  void insert(2)
  await rounds()
  db.close()
  await rounds()
  assert.deepEqual(settled, ['1', '2'])
  syncs[0]?.(null)
  await rounds()
  assert.deepEqual(settled, ['1', '2'])
})
