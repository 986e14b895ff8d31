import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder } from '../src/make-folder.ts'

test('a folder is made with those above it, for this user alone', (t) => {
  const base = mkdtempSync(join(tmpdir(), 'techbridge-folder-'))
  t.after(() => rmSync(base, { recursive: true }))
  makeFolder(join(base, 'a', 'b', 'c'))
  makeFolder(join(base, 'a', 'b', 'c'))
  for (const name of ['a', 'a/b', 'a/b/c']) assert.equal(statSync(join(base, name)).mode & 0o777, 0o700)
})

test('a file in the way is named', (t) => {
  const base = mkdtempSync(join(tmpdir(), 'techbridge-folder-'))
  t.after(() => rmSync(base, { recursive: true }))
  writeFileSync(join(base, 'file'), '')
  assert.throws(() => makeFolder(join(base, 'file')), { code: 'EEXIST' })
  assert.throws(() => makeFolder(join(base, 'file', 'below')), { code: 'EEXIST', path: join(base, 'file') })
})

test('a file system that makes no folders refuses at once', { skip: !existsSync('/proc/self') }, () => {
  assert.throws(() => makeFolder('/proc/techbridge'), { code: 'ENOENT' })
  assert.throws(() => makeFolder('/proc/techbridge/below'), { code: 'ENOENT' })
})
