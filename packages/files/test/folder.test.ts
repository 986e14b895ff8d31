import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { allOf, announced, contentOf, patienceMs, store, stream } from '../src/conformance/harness.ts'
import { filesConformance } from '../src/conformance.ts'
import { filesOn, openFolderObjects, openSealedKeys, resealKeys } from '../src/index.ts'
import { open, secret } from './outside.ts'

const openInFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'files-'))
  const opened = open(folder)
  return {
    ...opened,
    folder,
    outside: { module: new URL('outside.ts', import.meta.url).href, location: folder },
    reopen: async () => open(folder).objects,
    cleanup: () => rm(folder, { recursive: true }),
  }
}

filesConformance('the folder adapter', openInFolder)

const withFiles = async (
  run: (opened: Awaited<ReturnType<typeof openInFolder>>, files: ReturnType<typeof filesOn>) => Promise<void>,
) => {
  const opened = await openInFolder()
  try {
    await run(opened, filesOn({ ...opened, now: () => new Date(), patienceMs }))
  } finally {
    await opened.cleanup()
  }
}

const listed = async (folder: string) =>
  Promise.all(
    (await readdir(folder, { recursive: true })).map(async (name) => {
      const found = await stat(join(folder, name))
      return { name, isFolder: found.isDirectory(), mode: found.mode & 0o777 }
    }),
  )

test('files are for this user alone', () =>
  withFiles(async ({ folder }, files) => {
    await store(files, 'a', contentOf(1000))
    const found = await listed(folder)
    assert.ok(found.length > 5)
    for (const { name, isFolder, mode } of found) assert.equal(mode, isFolder ? 0o700 : 0o600, name)
  }))

test('an upload that broke off leaves no draft, and a crash’s drafts go once they are old', () =>
  withFiles(async ({ folder }, files) => {
    const drafts = join(folder, 'files', 'drafts')
    await files.begin(announced('a', contentOf(100_000)))
    await assert.rejects(files.putPart('a', 1, stream(contentOf(100_001))))
    assert.deepEqual(await readdir(drafts), [])
    for (const name of ['young', 'old']) await writeFile(join(drafts, name), 'x')
    await utimes(join(drafts, 'old'), 0, 0)
    await files.expire()
    assert.deepEqual(await readdir(drafts), ['young'])
  }))

test('two processes make one key', () =>
  withFiles(async ({ folder }) => {
    const [one, other] = [open(folder).keys, open(folder).keys]
    const sealed = await Promise.all([one, other, one, other].map((keys) => keys.seal('o', 'p', Buffer.from('x'))))
    for (const text of sealed) assert.equal(String(await one.open('o', 'p', text)), 'x')
    assert.equal(new Set(sealed.map((text) => text.split('.')[0])).size, 1)
  }))

test('an erased key is not on the disk any more, not even sealed', () =>
  withFiles(async ({ folder, keys }, files) => {
    await store(files, 'a', contentOf(1000))
    const kept = join(folder, 'keys', 'objects', 'keys')
    const [name] = await readdir(kept)
    const text = await readFile(join(kept, name!), 'utf8')
    await keys.erase('dianchi-university')
    assert.deepEqual(await readdir(join(folder, 'keys', 'objects')), [])
    const { sealed } = JSON.parse(text).keys[0]
    for (const one of await listed(folder))
      if (!one.isFolder) assert.ok(!(await readFile(join(folder, one.name), 'utf8')).includes(sealed))
    await assert.rejects(allOf(files, 'a'), { trouble: 'erased' })
  }))

test('keys open with the secret that sealed them alone, and can be sealed with another one', () =>
  withFiles(async ({ folder, keys }) => {
    const sealed = await keys.seal('o', 'p', Buffer.from('x'))
    const objects = openFolderObjects(join(folder, 'keys'))
    const other = openSealedKeys(objects, 'another secret of thirty-two characters')
    await assert.rejects(other.open('o', 'p', sealed), /do not open with this SECRET/)
    await assert.rejects(keys.open('o', 'another purpose', sealed), { trouble: 'damaged' })
    await assert.rejects(keys.open('other', 'p', sealed), { trouble: 'erased' })
    for (let round = 0; round < 2; round++)
      assert.equal(await resealKeys(objects, secret, 'another secret of thirty-two characters'), 1)
    assert.equal(String(await other.open('o', 'p', sealed)), 'x')
    await assert.rejects(keys.open('o', 'p', sealed), /do not open with this SECRET/)
    await assert.rejects(resealKeys(objects, 'a third one', 'a fourth one'), /opens with neither secret/)
  }))
