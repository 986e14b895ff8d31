import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { reference } from '@techbridge/contracts'
import { openSqliteStore } from '@techbridge/store'
import { createReferences } from '../src/usecases/references.ts'

const folder = mkdtempSync(join(tmpdir(), 'techbridge-references-'))
const store = openSqliteStore(join(folder, 'store.db'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

test('references are valid, each is given once, and several instances share them', async () => {
  const [one, other] = [await createReferences(store), await createReferences(store)]
  const given = await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? one : other)('TO', 'CN')))
  assert.equal(new Set(given).size, 60)
  for (const each of given) {
    assert.match(each, /^TOCN\d{10}$/)
    assert.ok(reference.safeParse(each).success)
  }
})

test('one that was given is given to nobody else', async () => {
  const [first, second] = [await createReferences(store, () => 7), await createReferences(store, countFrom(7))]
  assert.equal(await first('TR', 'VN'), 'TRVN0000000007')
  assert.equal(await second('TR', 'VN'), 'TRVN0000000008')
  assert.equal(await first('TR', 'TH'), 'TRTH0000000007')
})

test('when none is found, that is said by an error of its own', async () => {
  const stuck = await createReferences(store, () => 9)
  await stuck('BR', 'LA')
  await assert.rejects(stuck('BR', 'LA'), { kind: 'conflict', code: 'no-reference-left', message: /BR and country LA/ })
})

const countFrom = (first: number) => {
  let next = first
  return () => next++
}
