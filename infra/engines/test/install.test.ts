import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, test } from 'node:test'
import { installed, isInstalled } from '../src/cache.ts'
import { kinds } from '../src/kinds.ts'
import { verifyChecksums } from '../src/maven.ts'
import { temporaryFolder } from './temporary.ts'

describe('what Maven brings', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  let folder: string
  let list: string
  beforeEach((t) => {
    const root = temporaryFolder(t as never)
    folder = join(root, 'brought')
    list = join(root, 'sha256')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.jar'), 'a')
    writeFileSync(join(folder, 'b.jar'), 'b')
    writeFileSync(list, `${sha256('a')}  a.jar\n${sha256('b')}  b.jar\n`)
  })

  test('is taken when it is what the list says', () => verifyChecksums(folder, list))

  test('is refused when a file has another content', async () => {
    writeFileSync(join(folder, 'b.jar'), 'B')
    await assert.rejects(verifyChecksums(folder, list), /b\.jar has another content$/)
  })

  test('is refused when a file is missing or is not expected', async () => {
    writeFileSync(list, `${sha256('a')}  a.jar\n${sha256('c')}  c.jar\n`)
    await assert.rejects(verifyChecksums(folder, list), /c\.jar is missing, b\.jar is not expected$/)
  })

  for (const kind of [kinds.kafka, kinds.elasticsearch]) {
    test(`${kind.title} is one version everywhere`, () => {
      const version = kind.title.split(' ').at(-1)
      const read = (name: string) => readFileSync(join(import.meta.dirname, '../maven', kind.name, name), 'utf8')
      assert.ok(read('pom.xml').includes(`<version>${version}</version>`))
      assert.match(read('sha256'), new RegExp(`^[0-9a-f]{64}  .*-${version}\\.(jar|zip)$`, 'm'))
    })
  }
})

describe('the cache', () => {
  let cache: string
  beforeEach((t) => {
    cache = temporaryFolder(t as never)
    process.env.TECHBRIDGE_ENGINES_CACHE = cache
  })
  const kind = (install: (home: string) => Promise<void>) => ({
    title: 'Thing 1',
    folder: 'thing-1',
    proof: 'done',
    size: '0 MB',
    install,
  })
  const complete = kind(async (home) => writeFileSync(join(home, 'done'), ''))

  test('installs once', async () => {
    assert.equal(await installed(complete), join(cache, 'thing-1'))
    assert.equal(await installed(kind(() => assert.fail('installed again'))), join(cache, 'thing-1'))
  })

  test('keeps nothing of an installation that failed', async () => {
    const failing = kind(async (home) => {
      writeFileSync(join(home, 'half'), '')
      throw new Error('the network is away')
    })
    await assert.rejects(installed(failing), /the network is away/)
    assert.deepEqual(readdirSync(cache), [])
  })

  test('does not take an installation without its proof', async () => {
    await assert.rejects(installed(kind(async () => {})), /without done/)
    assert.ok(!isInstalled(complete))
  })

  test('replaces the remains of another', async () => {
    mkdirSync(join(cache, 'thing-1'))
    writeFileSync(join(cache, 'thing-1', 'half'), '')
    const home = await installed(complete)
    assert.ok(!existsSync(join(home, 'half')) && isInstalled(complete))
  })

  test('takes the installation of a faster process', async () => {
    const overtaken = kind(async (home) => {
      await installed(kind(async (other) => writeFileSync(join(other, 'done'), 'first')))
      writeFileSync(join(home, 'done'), 'second')
    })
    assert.equal(readFileSync(join(await installed(overtaken), 'done'), 'utf8'), 'first')
  })
})
