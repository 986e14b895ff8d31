import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setImmediate as round } from 'node:timers/promises'
import { Database, databasesIn } from '@techbridge/sqlite'

const open = (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), 'hold-'))
  const file = join(folder, 'a.db')
  const database = new Database(file)
  t.after(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
  database.exec('CREATE TABLE texts (text TEXT)')
  const write = (text: string) =>
    database.write(() => database.prepare('INSERT INTO texts VALUES (?)').run(text)).then(() => undefined)
  return { folder, file, database, write }
}

/** More than SQLite leaves in the log by itself. */
const muchText = 'x'.repeat(8_000_000)

test('while it is kept a file does not change, whatever is written; then it does', async (t) => {
  const { file, database, write } = open(t)
  await write(muchText)
  database.keepFile(true)
  const before = readFileSync(file)
  await write(muchText)
  await write(muchText)
  assert.ok(readFileSync(file).equals(before))
  database.keepFile(false)
  await write(muchText)
  assert.ok(!readFileSync(file).equals(before))
})

test('while writes are held nothing changes on disk, and reads go on; then all writes are done in their order', async (t) => {
  const { file, database, write } = open(t)
  await write('first')
  database.hold(true)
  const before = readFileSync(`${file}-wal`)
  let done = false
  const waiting = Promise.all([write('second'), write('third')]).then(() => {
    done = true
  })
  for (let rounds = 0; rounds < 20; rounds++) await round()
  const texts = () =>
    database
      .prepare('SELECT text FROM texts ORDER BY rowid')
      .all()
      .map(({ text }) => text)
  assert.equal(done, false)
  assert.deepEqual(texts(), ['first'])
  assert.ok(readFileSync(`${file}-wal`).equals(before))
  database.hold(false)
  await waiting
  assert.deepEqual(texts(), ['first', 'second', 'third'])
})

test('one that is closed while it is held writes what waits, and is no more among those of its folder', async (t) => {
  const { folder, file, database, write } = open(t)
  assert.deepEqual(databasesIn(folder), [database])
  database.hold(true)
  const waiting = write('last')
  database.close()
  await waiting
  assert.deepEqual(databasesIn(folder), [])
  const again = new Database(file)
  assert.equal(again.prepare('SELECT count(*) AS count FROM texts').get()?.count, 1)
  again.close()
})
