import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openAdapters } from '@techbridge/process'
import { checkLog, checkNothingLost, createLoad, type Load } from '@techbridge/testkit/faults'
import { pino } from 'pino'
import { settled } from '../../src/load-sample.ts'
import { sampleRows } from '../../src/sample.ts'
import { victimOn } from '../victim.ts'

const rounds = 22
const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-kill-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))

/** Milliseconds after which a load that is not killed any more has not done what it does within seconds. */
const patience = 300_000

/** The check needs something of everything; between kills there may not have been the time for an agreement. */
const untilSomeOfEverything = async ({ acknowledged }: Load) => {
  const limit = AbortSignal.timeout(patience)
  while (Object.values(acknowledged).some(({ size }) => size === 0)) {
    assert.ok(!limit.aborted, 'offers, needs and agreements are acknowledged once nothing is killed')
    await pause(50)
  }
}

test(`killed ${rounds} times under load, it loses no acknowledged write and applies no event twice`, async (t) => {
  const victim = await victimOn(dataDir)
  t.after(victim.kill)
  await victim.start()
  const load = createLoad(victim.url, sampleRows)
  // A test that fails would go on for ever otherwise.
  t.after(() => load.stop().catch(() => undefined))
  for (let round = 1; round <= rounds; round++) {
    await pause(100 + Math.random() * 900)
    await victim.kill()
    await victim.start()
  }
  await untilSomeOfEverything(load)
  await load.stop()
  await checkNothingLost(t, victim.url, settled, load.acknowledged)

  await t.test('SIGTERM ends it cleanly, and the log is whole', async () => {
    assert.deepEqual(await victim.terminate(), [0, null])
    const adapters = await openAdapters({ DATA_DIR: dataDir }, pino({ level: 'silent' }))
    await checkLog(adapters.bus, load.acknowledged)
    await adapters.close()
  })
  assert.equal(victim.errors(), '')
})
