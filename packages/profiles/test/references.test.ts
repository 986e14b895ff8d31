import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openSqliteStore } from '@techbridge/store'
import { createReferences } from '../src/usecases/references.ts'

const folder = mkdtempSync(join(tmpdir(), 'techbridge-references-'))
const store = openSqliteStore(join(folder, 'store.db'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const day = (date: number) => `2026-11-${date}T08:00:00.000Z`

test('each type, country and day has numbers of its own, which several instances share', async () => {
  const [one, other] = [await createReferences(store), await createReferences(store)]
  const given = await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? one : other)('TO', 'CN', day(10))))
  assert.equal(new Set(given).size, 60)
  for (const reference of given) assert.match(reference, /^TOCN20261110\d{3}$/)
  assert.equal(await one('TO', 'TH', day(10)), 'TOTH20261110001')
  assert.equal(await one('BO', 'CN', day(10)), 'BOCN20261110001')
  assert.equal(await one('TO', 'CN', day(11)), 'TOCN20261111001')
})

test('once a day is over nothing of it is kept, and no number is given twice all the same', async () => {
  const references = await createReferences(store)
  assert.equal(await references('TR', 'VN', day(20)), 'TRVN20261120001')
  const late = Promise.all([
    references('TR', 'VN', day(20)),
    references('TR', 'VN', day(21)),
    references('TR', 'VN', day(20)),
  ])
  assert.equal(new Set([...(await late), 'TRVN20261120001']).size, 4)
  const next = Number((await references('TR', 'VN', day(20))).slice(-3))
  assert.ok(next > 20, 'the block of the day before was let go')
  assert.equal(await references('TR', 'VN', day(21)), 'TRVN20261121002')
})
