import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { signIn } from '@techbridge/client'
import { matchesApi, searchApi } from '@techbridge/contracts'
import { checkNothingLost, createLoad } from '@techbridge/testkit/faults'
import { transferOffice } from '../../src/accounts.ts'
import { settled } from '../../src/load-sample.ts'
import { sampleRows } from '../../src/sample.ts'
import { victimOn } from '../victim.ts'

const rounds = 5

test('search and matching are rebuilt while traffic runs, and miss nothing of it', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-rebuild-'))
  const victim = await victimOn(dataDir)
  t.after(async () => {
    await victim.kill()
    rmSync(dataDir, { recursive: true, force: true })
  })
  await victim.start()
  const load = createLoad(victim.url, sampleRows)
  // A test that fails would go on for ever otherwise.
  t.after(() => load.stop().catch(() => undefined))
  const admin = await signIn(victim.url, 'admin', transferOffice)
  let read = 0
  for (let round = 1; round <= rounds; round++) {
    await pause(Math.random() * 500)
    const reports = await Promise.all([admin.call(searchApi.rebuild), admin.call(matchesApi.rebuild)])
    for (const { body } of reports) read += body.events
  }
  await load.stop()
  assert.ok(read > 0)
  await checkNothingLost(t, victim.url, settled, load.acknowledged)
  assert.equal(victim.errors(), '')
})
