import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Database } from '@techbridge/sqlite'
import { checkFormat, type Migration, upgrade } from '../src/data-folder/format.ts'

/** A data folder of the time before formats had numbers, and steps that note themselves in its database. */
const oldFolder = (t: { after: (work: () => void) => void }) => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-upgrade-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const withDatabase = <T>(work: (database: Database) => T): T => {
    const database = new Database(join(folder, 'events.db'))
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  withDatabase((database) => database.exec('CREATE TABLE steps (number INTEGER)'))
  const step = (to: number, fails = () => false): Migration => ({
    to,
    what: `takes step ${to}`,
    run: async () => {
      if (fails()) throw new Error('the power went')
      withDatabase((database) => database.prepare('INSERT INTO steps VALUES (?)').run(to))
    },
  })
  return {
    folder,
    step,
    steps: () =>
      withDatabase((database) => database.prepare('SELECT number FROM steps').all()).map((row) => row.number),
    format: () => readFileSync(join(folder, 'format'), 'utf8').trim(),
  }
}

test('an older folder takes each step that it lacks, in order, and no step twice', async (t) => {
  const { folder, step, steps, format } = oldFolder(t)
  await upgrade(folder, [step(1)])
  const done = await upgrade(folder, [step(1), step(2), step(3)])
  assert.deepEqual(
    done.map(({ to }) => to),
    [2, 3],
  )
  assert.deepEqual(await upgrade(folder, [step(1), step(2), step(3)]), [])
  assert.deepEqual(steps(), [1, 2, 3])
  assert.equal(format(), '3')
})

test('an upgrade that was cut off goes on with the step that did not end', async (t) => {
  const { folder, step, steps, format } = oldFolder(t)
  let power = false
  const all = [step(1), step(2, () => !power), step(3)]
  await assert.rejects(upgrade(folder, all), /the power went/)
  assert.equal(format(), '1')
  power = true
  await upgrade(folder, all)
  assert.deepEqual(steps(), [1, 2, 3])
})

test('a folder of a later version is refused and left as it is', async (t) => {
  const { folder, step, steps, format } = oldFolder(t)
  await upgrade(folder, [step(1), step(2)])
  await assert.rejects(upgrade(folder, [step(1)]), /format 2; this version knows up to 1/)
  assert.deepEqual(steps(), [1, 2])
  assert.equal(format(), '2')
})

/** A data folder of a version that kept no list of its databases. */
const unlistedFolder = (t: { after: (work: () => void) => void }, ...names: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-unlisted-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const name of names) new Database(join(folder, name)).close()
  rmSync(join(folder, 'databases'))
  return folder
}
const services = ['licensing.db', 'matching.db', 'needs.db', 'offers.db']
const indexes = ['matching-index.db', 'search-index.db']
const list = (folder: string) => readFileSync(join(folder, 'databases'), 'utf8').trim().split('\n').sort()

test('the databases of a folder without a list are listed before any of them is used', async (t) => {
  for (const names of [['events.db', ...services, ...indexes], ['events.db', ...indexes], ['events.db']]) {
    const folder = unlistedFolder(t, ...names)
    await checkFormat(folder)
    assert.deepEqual(list(folder), names.toSorted())
    await checkFormat(folder)
  }
})

test('a folder without a list that has lost a database is refused at its first start, and its upgrade too', async (t) => {
  const gone = unlistedFolder(t, ...services, ...indexes)
  await assert.rejects(checkFormat(gone), /has lost events\.db: missing or empty beside .*Restore .* from a backup/)
  const emptied = unlistedFolder(t, 'events.db', ...services, ...indexes)
  truncateSync(join(emptied, 'needs.db'))
  rmSync(join(emptied, 'search-index.db'))
  await assert.rejects(upgrade(emptied), /has lost needs\.db, search-index\.db/)
  await assert.rejects(checkFormat(emptied), /has lost needs\.db, search-index\.db/)
  assert.throws(() => list(emptied), /ENOENT/)
})
