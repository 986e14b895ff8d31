import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { Unavailable } from '@techbridge/port'
import { Database } from '../src/index.ts'

const source = new URL('../src/index.ts', import.meta.url).href

function newFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'database-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return join(folder, 'sub', 'file.sqlite')
}

/** A database with the table that the tests write to: numbers, no two of them alike. */
function openWithTable(t: TestContext, file = newFile(t)) {
  const db = new Database(file)
  t.after(() => db.close())
  db.exec('CREATE TABLE IF NOT EXISTS numbers (n INTEGER PRIMARY KEY) STRICT')
  const insert = (n: number) => db.write(() => void db.prepare('INSERT INTO numbers VALUES (?)').run(n))
  const numbers = () =>
    db
      .prepare('SELECT n FROM numbers ORDER BY n')
      .all()
      .map(({ n }) => n)
  return { file, db, insert, numbers }
}

test('writes of one turn share one transaction, later ones have another', async (t) => {
  const { db, insert, numbers } = openWithTable(t)
  const commits = () => db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as { log: number }
  const frames = async (writes: number[], together: boolean) => {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    if (together) await Promise.all(writes.map(insert))
    else for (const n of writes) await insert(n)
    return commits().log
  }
  // A transaction writes each page that it changed once, so the log has as many frames as there were transactions.
  assert.equal(await frames([1, 2, 3, 4, 5], true), 1)
  assert.equal(await frames([6, 7, 8, 9, 10], false), 5)
  assert.deepEqual(numbers(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('writes that take long leave the event loop room between them', async (t) => {
  const { db, numbers } = openWithTable(t)
  let rounds = 0
  const seen: number[] = []
  const slow = (n: number) =>
    db.write(() => {
      const end = performance.now() + 8
      while (performance.now() < end);
      db.prepare('INSERT INTO numbers VALUES (?)').run(n)
      seen.push(rounds)
    })
  const writing = Promise.all([1, 2, 3, 4, 5, 6].map(slow))
  const count = () => {
    rounds += 1
    ticking = setImmediate(count)
  }
  let ticking = setImmediate(count)
  await writing
  clearImmediate(ticking)
  assert.deepEqual(numbers(), [1, 2, 3, 4, 5, 6])
  assert.ok(new Set(seen).size >= 2, `in rounds ${seen}`)

  const left = Promise.all([7, 8, 9].map(slow))
  db.close()
  await left
})

test('a write resolves with its result when that is written', async (t) => {
  const { db, insert } = openWithTable(t)
  await insert(7)
  assert.equal(await db.write(() => db.prepare('SELECT n FROM numbers').get()?.n), 7)
})

test('a write that fails is undone as a whole, and its neighbours are not', async (t) => {
  const { db, insert, numbers } = openWithTable(t)
  await insert(3)
  const half = db.write(() => {
    db.prepare('INSERT INTO numbers VALUES (?)').run(5)
    throw new Error('changed my mind')
  })
  const settled = await Promise.allSettled([insert(1), half, insert(3), insert(2)])
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
  )
  await assert.rejects(half, /changed my mind/)
  assert.deepEqual(numbers(), [1, 2, 3])
})

test('writes run in the order in which they were asked for', async (t) => {
  const { db } = openWithTable(t)
  const ran: number[] = []
  const results = await Promise.all([1, 2, 3].map((n) => db.write(() => ran.push(n))))
  assert.deepEqual(
    [ran, results],
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
  )
})

test('when the group cannot be committed, all its writes are unavailable, and later ones work', async (t) => {
  const { db, insert, numbers } = openWithTable(t)
  db.exec('CREATE TABLE children (n INTEGER REFERENCES numbers DEFERRABLE INITIALLY DEFERRED) STRICT')
  const orphan = db.write(() => void db.prepare('INSERT INTO children VALUES (9)').run())
  const settled = await Promise.allSettled([insert(1), orphan])
  assert.ok(settled.every((result) => result.status === 'rejected' && result.reason instanceof Unavailable))
  assert.deepEqual(numbers(), [])
  await insert(2)
  assert.deepEqual(numbers(), [2])
})

test('closing writes what waits; a closed database is unavailable', async (t) => {
  const { file, db, insert } = openWithTable(t)
  const waiting = insert(1)
  db.close()
  await waiting
  await assert.rejects(insert(2), Unavailable)
  assert.throws(() => db.prepare('SELECT 1'), Unavailable)
  db.close()
  assert.deepEqual(openWithTable(t, file).numbers(), [1])
})

test('a second process, and a second opening here, are told that the file is in use', async (t) => {
  const { file, db } = openWithTable(t)
  const said = /file\.sqlite is in use by another process; stop that one or choose another data folder/
  assert.throws(() => new Database(file), said)
  const script = `const { Database } = await import('${source}'); new Database(process.argv[1])`
  const open = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file])
  await assert.rejects(open(), said)
  db.close()
  await open()
})

test('a file that is no database is an error, and not one that hides as unavailable', (t) => {
  const { file, db } = openWithTable(t)
  db.close()
  writeFileSync(file, 'a text of some length that SQLite would never have written')
  assert.throws(
    () => new Database(file),
    (error) => !(error instanceof Unavailable) && /not a database/.test(String(error)),
  )
})

test('a file that cannot be made is named, with the reason', (t) => {
  const { file, db } = openWithTable(t)
  db.close()
  const within = (folder: string, reason: RegExp) =>
    assert.throws(
      () => new Database(join(folder, 'new.sqlite')),
      (error) =>
        error instanceof Error && error.message.startsWith(join(folder, 'new.sqlite')) && reason.test(error.message),
    )
  within(file, /its folder is a file/)
  within(join(file, 'deeper'), /its folder is a file/)
  assert.throws(() => new Database(dirname(file)), /cannot be opened: unable to open/)
  if (process.getuid?.() === 0) return t.diagnostic('nothing is forbidden to root')
  chmodSync(dirname(file), 0o500)
  within(join(dirname(file), 'new'), /this user may not write there/)
  within(dirname(file), /unable to open/)
  chmodSync(dirname(file), 0o700)
})

test('a file that was damaged is unavailable to readers and writers, by name of what SQLite said', async (t) => {
  const { file, db } = openWithTable(t)
  db.exec(`CREATE TABLE texts (body TEXT) STRICT; CREATE INDEX by_body ON texts (body);
    WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many LIMIT 500)
    INSERT INTO texts SELECT printf('%0500d', n) FROM many`)
  db.close()
  const page = 4096
  const damaged = openSync(file, 'r+')
  writeSync(damaged, Buffer.alloc(statSync(file).size - page, 0x5a), 0, undefined, page)
  closeSync(damaged)

  const { db: again, insert } = openWithTable(t, file)
  const unavailable = (error: unknown) => error instanceof Unavailable && /malformed/.test(error.message)
  const select = again.prepare('SELECT body FROM texts')
  assert.throws(() => select.get(), unavailable)
  assert.throws(() => select.all(), unavailable)
  await assert.rejects(insert(1), unavailable)
  assert.throws(
    () => again.prepare('SELECT nothing FROM texts'),
    (error) => !(error instanceof Unavailable),
  )
})

test('kill -9 keeps what was acknowledged', { timeout: 60_000 }, async (t) => {
  const file = newFile(t)
  const script = `
    import { writeSync } from 'node:fs'
    const { Database } = await import('${source}')
    const db = new Database(process.argv[1])
    db.exec('CREATE TABLE IF NOT EXISTS numbers (n INTEGER PRIMARY KEY) STRICT')
    const insert = db.prepare('INSERT INTO numbers DEFAULT VALUES')
    const write = async () => {
      for (;;) writeSync(1, (await db.write(() => insert.run().lastInsertRowid)) + '\\n')
    }
    await Promise.all(Array.from({ length: 5 }, write))`
  const acknowledged: number[] = []
  for (let round = 0; round < 10; round++) {
    const running = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(running, 'exit')
    const enough = acknowledged.length + 1 + Math.floor(Math.random() * 500)
    for await (const line of createInterface(running.stdout)) {
      if (acknowledged.push(Number(line)) === enough) running.kill('SIGKILL')
    }
    assert.deepEqual(await exited, [null, 'SIGKILL'])
  }
  const stored = new Set(openWithTable(t, file).numbers())
  assert.deepEqual(
    acknowledged.filter((n) => !stored.has(n)),
    [],
  )
  assert.equal(new Set(acknowledged).size, acknowledged.length)
})

test('its files are for this user alone, also when they were open to others', async (t) => {
  const file = newFile(t)
  const before = process.umask(0)
  t.after(() => process.umask(before))
  const modes = () => [file, `${file}-wal`].map((one) => statSync(one).mode & 0o777)
  const write = async () => {
    const database = new Database(file)
    database.exec('CREATE TABLE IF NOT EXISTS things (id INTEGER)')
    await database.write(() => database.prepare('INSERT INTO things VALUES (1)').run())
    return database
  }
  const first = await write()
  assert.deepEqual(modes(), [0o600, 0o600])
  assert.equal(statSync(dirname(file)).mode & 0o777, 0o700)
  first.close()
  chmodSync(file, 0o644)
  const second = await write()
  assert.deepEqual(modes(), [0o600, 0o600])
  second.close()
})

test('a probe fails while nothing can be written, and names the file', async (t) => {
  const file = newFile(t)
  const database = new Database(file)
  t.after(() => database.close())
  await database.probe()
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number }
  database.exec(`CREATE TABLE filling (text TEXT); PRAGMA max_page_count = ${pages + 2}`)
  const fill = () => database.write(() => database.prepare('INSERT INTO filling VALUES (?)').run('x'.repeat(4000)))
  await assert.rejects(async () => {
    for (let n = 0; n < 100; n++) await fill()
  }, Unavailable)
  database.exec('PRAGMA max_page_count = 1000000')
  await fill()
  await database.probe()
})

test('a file that is damaged while it is open is named, and the probe fails from then on', async (t) => {
  const file = newFile(t)
  const first = new Database(file)
  first.exec('CREATE TABLE things (id INTEGER PRIMARY KEY, text TEXT)')
  for (let n = 0; n < 50; n++)
    await first.write(() => first.prepare('INSERT INTO things (text) VALUES (?)').run('x'.repeat(2000)))
  first.close()
  const descriptor = openSync(file, 'r+')
  for (let page = 2; page < 20; page++) writeSync(descriptor, Buffer.alloc(4096, 0xff), 0, 4096, page * 4096)
  closeSync(descriptor)
  const damaged = new Database(file)
  t.after(() => damaged.close())
  const isNamed = (error: unknown) =>
    error instanceof Unavailable && error.message.includes(file) && /restore it from a backup/.test(error.message)
  assert.throws(() => damaged.prepare('SELECT sum(length(text)) FROM things').get(), isNamed)
  await assert.rejects(damaged.probe(), isNamed)
})

test('a file that is no database is named, with what to do', (t) => {
  const file = newFile(t)
  new Database(file).close()
  writeFileSync(file, 'this is no database, but long enough to have a header of one hundred bytes'.repeat(20))
  assert.throws(() => new Database(file), /file\.sqlite cannot be opened: .*not a database; .*restore it from a backup/)
})
