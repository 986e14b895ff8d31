import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, type TestContext, test } from 'node:test'
import { Database } from '@techbridge/sqlite'
import { ownDataFolder } from '../src/data-folder.ts'
import { keptSecret } from '../src/process.ts'
import { readOrCreateFile } from '../src/read-or-create-file.ts'

let folder: string
beforeEach((t) => {
  folder = mkdtempSync(join(tmpdir(), 'techbridge-kept-'))
  ;(t as TestContext).after(() => rmSync(folder, { recursive: true, force: true }))
})
const modeOf = (path: string) => statSync(path).mode & 0o7777

describe('a file that is kept', () => {
  test('is made once, for its owner alone', async () => {
    const file = join(folder, 'deep', 'secret')
    assert.equal(await readOrCreateFile(file, () => 'first'), 'first')
    assert.equal(await readOrCreateFile(file, () => assert.fail()), 'first')
    assert.deepEqual([modeOf(file), modeOf(join(folder, 'deep'))], [0o600, 0o700])
    assert.deepEqual(readdirSync(join(folder, 'deep')), ['secret'])
  })

  test('is the same for all that make it at once', async () => {
    const file = join(folder, 'secret')
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) => readOrCreateFile(file, async () => `from ${n}`)),
    )
    assert.equal(new Set(made).size, 1)
    assert.deepEqual(readdirSync(folder), ['secret'])
  })

  test('is closed to others when it was open to them', async () => {
    const file = join(folder, 'secret')
    writeFileSync(file, 'old')
    chmodSync(file, 0o644)
    assert.equal(await readOrCreateFile(file, () => 'new'), 'old')
    assert.equal(modeOf(file), 0o600)
  })
})

describe('the secret of a data folder', () => {
  test('is made, and refused when it is empty or short, by the name of its file and without itself', async () => {
    assert.match(await keptSecret(folder), /^[0-9a-f]{64}$/)
    for (const content of ['', '\n', 'sesame', ' '.repeat(64), '\0'.repeat(64)]) {
      writeFileSync(join(folder, 'secret'), content)
      await assert.rejects(keptSecret(folder), (error: Error) => {
        assert.match(error.message, /secret: must hold 32 characters or more/)
        assert.ok(!error.message.includes('sesame'))
        return true
      })
    }
  })
})

describe('a secret that is gone', () => {
  const lose = async (...databases: string[]) => {
    const secret = await keptSecret(folder)
    rmSync(join(folder, 'secret'))
    for (const name of databases) new Database(join(folder, name)).close()
    return secret
  }

  test('is missed where there are records, with what to do, and can be put back or replaced on purpose', async () => {
    const secret = await lose('events.db', 'offers.db')
    await assert.rejects(keptSecret(folder), /secret: is missing, .* from a backup, or set SECRET/)
    assert.equal(existsSync(join(folder, 'secret')), false)
    writeFileSync(join(folder, 'secret'), secret)
    assert.equal(await keptSecret(folder), secret)
    writeFileSync(join(folder, 'secret'), 'x'.repeat(32))
    assert.equal(await keptSecret(folder), 'x'.repeat(32))
  })

  test('is made where a first start was cut off before there were records', async () => {
    const secret = await lose('events.db')
    assert.notEqual(await keptSecret(folder), secret)
  })
})

describe('a data folder', () => {
  test('is made for its owner alone, whatever the umask', () => {
    const before = process.umask(0)
    try {
      ownDataFolder(join(folder, 'a', 'b'))
    } finally {
      process.umask(before)
    }
    assert.equal(modeOf(join(folder, 'a', 'b')), 0o700)
  })

  test('of an earlier version is closed to others; one that is shared is left alone', () => {
    const [old, shared] = [join(folder, 'old'), join(folder, 'shared')]
    for (const [path, mode] of [
      [old, 0o755],
      [shared, 0o1777],
    ] as const) {
      mkdirSync(path)
      chmodSync(path, mode)
      ownDataFolder(path)
    }
    assert.deepEqual([modeOf(old), modeOf(shared)], [0o700, 0o1777])
  })
})
