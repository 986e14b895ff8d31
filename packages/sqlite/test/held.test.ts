import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { Database } from '../src/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'techbridge-held-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const open = (name: string) => new Database(at(name)).close()

test('a database that was emptied is refused with its name and what to do, and stays as it is', () => {
  open('offers.db')
  open('needs.db')
  truncateSync(at('offers.db'))
  assert.throws(
    () => open('offers.db'),
    (error: Error) => {
      assert.match(
        error.message,
        /offers\.db cannot be opened: it is empty and has held data; restore .* from a backup/,
      )
      return error.message.includes(at('databases'))
    },
  )
  assert.equal(statSync(at('offers.db')).size, 0)
  open('needs.db')
})

test('so is one that is gone', () => {
  open('offers.db')
  for (const name of ['offers.db', 'offers.db-wal', 'offers.db-shm']) rmSync(at(name), { force: true })
  assert.throws(() => open('offers.db'), /it is not there and has held data/)
  assert.equal(statSync(at('offers.db'), { throwIfNoEntry: false }), undefined)
})

test('one whose line was taken out begins anew, and so does an empty file that never was opened', () => {
  open('offers.db')
  open('needs.db')
  assert.equal(readFileSync(at('databases'), 'utf8'), 'offers.db\nneeds.db\n')
  truncateSync(at('offers.db'))
  writeFileSync(at('databases'), 'needs.db\n')
  writeFileSync(at('cases.db'), '')
  open('offers.db')
  open('cases.db')
  assert.equal(readFileSync(at('databases'), 'utf8'), 'needs.db\noffers.db\ncases.db\n')
  assert.equal(statSync(at('databases')).mode & 0o777, 0o600)
})
