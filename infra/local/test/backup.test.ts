import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openAdapters } from '@techbridge/process'
import { type Acknowledged, checkLog, checkNothingLost, createLoad } from '@techbridge/testkit/faults'
import { pino } from 'pino'
import { settled } from '../src/load-sample.ts'
import { sampleRows } from '../src/sample.ts'
import { victimOn } from './victim.ts'

const root = mkdtempSync(join(tmpdir(), 'techbridge-backup-'))
after(() => rmSync(root, { recursive: true, force: true }))
const at = (name: string) => join(root, name)

const main = join(import.meta.dirname, '../../../packages/cli/src/main.ts')
const techbridge = async (...args: string[]) => {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args])
  return stdout
}
const refusal = async (...args: string[]): Promise<string> => {
  const error = await techbridge(...args).then(
    () => assert.fail(`${args} was not refused`),
    (failed) => failed,
  )
  assert.deepEqual([error.code, error.stdout], [1, ''])
  assert.doesNotMatch(error.stderr, /^ +at /m)
  return error.stderr
}

const sizes = ({ offers, needs, agreed }: Acknowledged) => [offers.size, needs.size, agreed.size]
const copyOf = ({ offers, needs, agreed }: Acknowledged): Acknowledged => ({
  offers: new Set(offers),
  needs: new Set(needs),
  agreed: new Set(agreed),
})

/** Waits until the load has done more of everything than `than`. */
const more = async (acknowledged: Acknowledged, than = [0, 0, 0]) => {
  const limit = AbortSignal.timeout(300_000)
  while (sizes(acknowledged).some((size, place) => size <= than[place]!)) {
    assert.ok(!limit.aborted, 'the load goes on')
    await pause(20)
  }
}

test('a backup under load, restored elsewhere, has all that was acknowledged before it, and the story goes on there', async (t) => {
  const source = await victimOn(at('source'))
  t.after(source.kill)
  await source.start()
  const load = createLoad(source.url, sampleRows)
  await more(load.acknowledged, [20, 20, 1])
  const earlier = copyOf(load.acknowledged)
  await techbridge('backup', at('backup'), '--data', at('source'))
  await more(load.acknowledged, sizes(load.acknowledged))
  await load.stop()
  await source.kill()

  await techbridge('restore', at('backup'), '--data', at('restored'))
  assert.equal(statSync(at('restored')).mode & 0o777, 0o700)
  for (const name of readdirSync(at('restored'))) assert.equal(statSync(join(at('restored'), name)).mode & 0o777, 0o600)
  const restored = await victimOn(at('restored'))
  t.after(restored.kill)
  await restored.start()
  await checkNothingLost(t, restored.url, settled, earlier)

  const later = createLoad(restored.url, sampleRows)
  await more(later.acknowledged)
  await later.stop()
  const all = {
    offers: earlier.offers.union(later.acknowledged.offers),
    needs: earlier.needs.union(later.acknowledged.needs),
    agreed: earlier.agreed.union(later.acknowledged.agreed),
  }
  await checkNothingLost(t, restored.url, settled, all)
  assert.deepEqual(await restored.terminate(), [0, null])
  const adapters = await openAdapters({ DATA_DIR: at('restored') }, pino({ level: 'silent' }))
  await checkLog(adapters.bus, all)
  await adapters.close()
})

describe('what is refused', () => {
  let running: Awaited<ReturnType<typeof victimOn>>
  before(async () => {
    running = await victimOn(at('running'))
    await running.start()
    await techbridge('backup', at('whole'), '--data', at('running'))
  })
  after(() => running.kill())

  test('a backup to a folder that holds something, that lies in the data, or of no data', async () => {
    mkdirSync(at('full'))
    writeFileSync(join(at('full'), 'letter'), 'mine')
    assert.match(await refusal('backup', at('full'), '--data', at('running')), /full is not empty/)
    assert.deepEqual(readdirSync(at('full')), ['letter'])
    assert.match(await refusal('backup', join(at('running'), 'b'), '--data', at('running')), /lies in the data folder/)
    assert.match(await refusal('backup', at('b'), '--data', at('nowhere')), /nowhere holds no data/)
    assert.ok(!existsSync(at('b')))
  })

  test('a backup without the secret that the records were made with', async () => {
    const [secret, elsewhere] = [join(at('running'), 'secret'), at('kept-secret')]
    renameSync(secret, elsewhere)
    assert.match(await refusal('backup', at('b'), '--data', at('running')), /secret is missing.*Put it back/)
    assert.ok(!existsSync(at('b')))
    renameSync(elsewhere, secret)
  })

  test('a backup to where no folder can be made', { skip: !existsSync('/proc/self') }, async () => {
    assert.match(await refusal('backup', '/proc/copy', '--data', at('running')), /\/proc\/copy cannot be made/)
  })

  test('to restore over a running system or a folder that holds something', async () => {
    assert.match(await refusal('restore', at('whole'), '--data', at('running')), /runs on .*running.*Stop it first/)
    assert.match(await refusal('restore', at('whole'), '--data', at('full')), /full is not empty/)
  })

  test('to restore what is no whole backup; each wrong file is named', async () => {
    assert.match(await refusal('restore', at('full'), '--data', at('new')), /manifest\.json is not there/)
    await techbridge('backup', at('damaged'), '--data', at('running'))
    appendFileSync(join(at('damaged'), 'offers.db'), 'x')
    rmSync(join(at('damaged'), 'secret'))
    assert.match(
      await refusal('restore', at('damaged'), '--data', at('new')),
      /offers\.db is not what was saved, secret is missing/,
    )
    assert.deepEqual(
      readdirSync(root).filter((name) => name.includes('new')),
      [],
    )
  })

  test('to upgrade a running system, or data of a later version; that starts nothing either', async () => {
    const text = await refusal('upgrade', '--data', at('running'))
    assert.match(text, /in use by another process/)
    await techbridge('restore', at('whole'), '--data', at('later'))
    writeFileSync(join(at('later'), 'format'), '99\n')
    assert.match(await refusal('upgrade', '--data', at('later')), /later version.*format 99/)
    const victim = await victimOn(at('later'))
    await assert.rejects(victim.start(), /later version.*format 99/)
  })

  test('but a stopped system is backed up, and data of before there were formats is upgraded', async () => {
    await techbridge('restore', at('whole'), '--data', at('older'))
    rmSync(join(at('older'), 'format'))
    assert.match(await techbridge('upgrade', '--data', at('older')), /Format 1/)
    assert.match(await techbridge('upgrade', '--data', at('older')), /already/)
    await techbridge('backup', at('of-stopped'), '--data', at('older'))
    await techbridge('restore', at('of-stopped'), '--data', at('again'))
    const victim = await victimOn(at('again'))
    await victim.start()
    await victim.kill()
  })
})
