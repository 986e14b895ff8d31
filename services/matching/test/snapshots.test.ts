import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openSqliteStore } from '@techbridge/store'
import { needContent, offerContent } from '@techbridge/testkit'
import type { Fingerprint } from '../src/domain/aspects.ts'
import { type MatchedContents, openSnapshots } from '../src/usecases/snapshots.ts'

const folder = mkdtempSync(join(tmpdir(), 'snapshots-'))
const store = openSqliteStore(join(folder, 'store.db'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})
const snapshots = await openSnapshots(store)

const explanation = { score: 0.5, features: [] }
const contents = (need: number, offer: number): MatchedContents => ({
  need: { revision: need, content: needContent() },
  offer: { revision: offer, content: offerContent() },
  explanations: { provider: explanation, seeker: explanation, both: explanation },
})
const fingerprint = (price: string): Fingerprint => ({ hashes: { price }, texts: {} })
const prints = (price = 'p') => [fingerprint(price), fingerprint(price)] as const
const revisions = async (id: string) => {
  const kept = (await snapshots.get(id))?.contents
  return kept && [kept.need.revision, kept.offer.revision]
}

test('what is kept is replaced by later revisions, and by no earlier ones', async () => {
  await snapshots.keep('a', contents(1, 1), prints())
  await snapshots.keep('a', contents(2, 2), prints())
  await snapshots.keep('a', contents(1, 2), prints())
  assert.deepEqual(await revisions('a'), [2, 2])
})

test('what was forgotten can be kept again, when a refused pair is proposed anew', async () => {
  await snapshots.keep('b', contents(1, 1), prints('before'))
  await snapshots.forget('b')
  const kept = await snapshots.get('b')
  assert.deepEqual([kept?.contents, kept?.fingerprints], [undefined, prints('before')])
  await snapshots.keep('b', contents(2, 1), prints())
  assert.deepEqual(await revisions('b'), [2, 1])
})

test('nothing is kept once the case has ended, also when it ended before anything was kept', async () => {
  await snapshots.keep('c', contents(1, 1), prints())
  for (const id of ['c', 'd']) {
    await snapshots.end(id)
    await snapshots.end(id)
    await snapshots.keep(id, contents(9, 9), prints())
    await snapshots.compareFrom(id, prints())
    assert.equal(await revisions(id), undefined)
  }
})

test('what changes is told from the first fingerprints on, and contents stay with them', async () => {
  await snapshots.compareFrom('e', prints('first'))
  await snapshots.compareFrom('e', prints('second'))
  assert.deepEqual((await snapshots.get('e'))?.fingerprints, prints('first'))
  await snapshots.keep('f', contents(1, 1), prints('first'))
  await snapshots.compareFrom('f', prints('second'))
  assert.deepEqual(await revisions('f'), [1, 1])
})

test('writers at the same time all come through', async () => {
  const all = Array.from({ length: 8 }, (_, place) => snapshots.keep('g', contents(place + 1, 1), prints()))
  await Promise.all(all)
  assert.deepEqual(await revisions('g'), [8, 1])
})
