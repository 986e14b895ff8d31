import assert from 'node:assert/strict'
import fs, { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setImmediate as round } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'
import { Database } from '../src/index.ts'
import { LogSync } from '../src/log-sync.ts'

type Done = (error: NodeJS.ErrnoException | null) => void

/** A database whose log gets to disk when the test says so: `syncs` are those that were begun. */
const open = async (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), 'sync-'))
  const file = join(folder, 'numbers.sqlite')
  const db = new Database(file)
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
  return { file, db, insert, rounds, count, syncs, settled }
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

test('a note is done once it is committed, and gets to disk with the next write or on closing', async (t) => {
  const { db, insert, rounds, count, syncs, settled } = await open(t)
  const note = (n: number) =>
    db.note(() => void db.prepare('INSERT INTO numbers VALUES (?)').run(n)).then(() => settled.push(`note ${n}`))
  void note(1)
  await rounds()
  assert.deepEqual([syncs.length, count(), settled], [0, 1, ['note 1']])
  void insert(2)
  void note(3)
  await rounds()
  assert.deepEqual([syncs.length, count(), settled], [1, 3, ['note 1', 'note 3']])
  syncs[0]?.(null)
  await rounds()
  assert.deepEqual(settled, ['note 1', 'note 3', '2'])
  await assert.rejects(
    db.note(() => {
      throw new Error('no')
    }),
    /no/,
  )
  assert.equal(count(), 3)
})

test('syncs that turn out to be short are done at once, until two in a row are not', async (t) => {
  const { file, syncs } = await open(t)
  let [now, takesMs, atOnce] = [0, 0.1, 0]
  const mock = t.mock.method(fs, 'fdatasyncSync', () => {
    atOnce += 1
    now += takesMs
  })
  syncBuiltinESMExports()
  t.after(() => {
    mock.mock.restore()
    syncBuiltinESMExports()
  })
  const sync = new LogSync(
    file,
    () => undefined,
    () => now,
  )
  const done: unknown[] = []
  const write = () => {
    const before = syncs.length
    sync.add([(error) => done.push(error)])
    if (syncs.length > before) syncs.at(-1)?.(null)
  }
  /** How many of so many are done at once. */
  const outOf = (count: number) => {
    atOnce = 0
    for (let n = 0; n < count; n++) write()
    return atOnce
  }
  assert.equal(outOf(100), 100 - 32, 'the first are not, as nothing is known of the disk')
  takesMs = 2
  assert.equal(outOf(40), 2 + 1, 'two, and one that was tried again')
  takesMs = 0.1
  assert.equal(outOf(200), 200 - (32 - 5 + 64 - 32), 'short again')
  assert.deepEqual(new Set(done), new Set([undefined]))
  sync.close()
})

test('what does not get to disk is unavailable, and the next write goes to disk by the database itself', async (t) => {
  const { file, insert, rounds, syncs, settled } = await open(t)
  void insert(1)
  await rounds()
  syncs[0]?.(Object.assign(new Error('no'), { code: 'EIO' }))
  await rounds()
  assert.ok(statSync(`${file}-wal`).size > 0)
  void insert(2)
  await rounds()
  assert.deepEqual([syncs.length, settled], [1, ['1 unavailable', '2']])
  assert.equal(statSync(`${file}-wal`).size, 0, 'no sync of the log is believed before the log was emptied')
  void insert(3)
  await rounds()
  syncs[1]?.(null)
  await rounds()
  assert.deepEqual(settled, ['1 unavailable', '2', '3'])
})

test('nothing is acknowledged after a failed sync while the log cannot be copied', async (t) => {
  const { file, syncs, rounds } = await open(t)
  const settled: string[] = []
  let copies = 0
  const sync = new LogSync(file, () => {
    copies += 1
    if (copies === 1) throw new Error('the disk is full')
  })
  const write = (n: number) => sync.add([(error) => settled.push(`${n} ${error ?? 'done'}`)])
  write(1)
  syncs[0]?.(Object.assign(new Error('no'), { code: 'EIO' }))
  write(2)
  write(3)
  await rounds()
  sync.close()
  assert.deepEqual([syncs.length, copies, settled], [1, 2, ['1 Error: no', '2 Error: the disk is full', '3 done']])
})

test('the log is not copied while a backup reads the file: what waits is unavailable until it ends', async (t) => {
  const { db, insert, rounds, syncs, settled } = await open(t)
  void insert(1)
  await rounds()
  db.keepFile(true)
  syncs[0]?.(Object.assign(new Error('no'), { code: 'EIO' }))
  await rounds()
  void insert(2)
  await rounds()
  db.keepFile(false)
  void insert(3)
  await rounds()
  assert.deepEqual([syncs.length, settled], [1, ['1 unavailable', '2 unavailable', '3']])
})

test('a database that a symbolic link leads to has its log beside itself', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'link-'))
  t.after(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'disk'))
  writeFileSync(join(folder, 'disk', 'numbers.sqlite'), '')
  symlinkSync(join(folder, 'disk', 'numbers.sqlite'), join(folder, 'numbers.sqlite'))
  const db = new Database(join(folder, 'numbers.sqlite'))
  db.exec('CREATE TABLE numbers (n INTEGER) STRICT')
  await db.write(() => db.prepare('INSERT INTO numbers VALUES (1)').run())
  db.close()
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
