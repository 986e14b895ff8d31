import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { eventually } from '@techbridge/testkit'
import { startService, untilReady } from '../src/children.ts'
import { openLogFile } from '../src/log-file.ts'

const folderOf = (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-children-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const embedded = (folder: string) => ({
  ...process.env,
  DATA_DIR: join(folder, 'data'),
  AUTH_DEV: '1',
  LOG_LEVEL: 'info',
})

test('a service that is killed is started again, which is told, and its log is kept', {
  timeout: 120_000,
}, async (t) => {
  const folder = folderOf(t)
  const told: string[] = []
  const log = join(folder, 'logs', 'offers-1.log')
  const service = await startService('offers', embedded(folder), { log, tell: (message) => told.push(message) })
  t.after(() => service.stop())
  // It says so a moment after it is ready.
  const served = (times: number) =>
    eventually(
      `the log says ${times} times that it serves`,
      () => readFileSync(log, 'utf8').split('"msg":"serving"').length > times,
    )
  await served(1)
  const first = service.pid()
  await service.kill()
  while (service.pid() === first) await pause(20)
  await untilReady(service.url)
  assert.equal(told.length, 1)
  assert.match(told[0]!, /^offers on port \d+ ended with SIGKILL; it is started again\. Its log: .*offers-1\.log$/)
  await served(2)
  assert.equal(statSync(log).mode & 0o777, 0o600)
})

test('a service that cannot start says where its log is', { timeout: 120_000 }, async (t) => {
  const folder = folderOf(t)
  const log = join(folder, 'offers-1.log')
  await assert.rejects(
    startService('offers', { ...embedded(folder), LOG_LEVEL: 'loud' }, { log }),
    /^Error: offers ended before it was ready, with 1\. Its log: .*offers-1\.log$/,
  )
  assert.match(readFileSync(log, 'utf8'), /LOG_LEVEL/)
})

test('a log file that has grown too large moves aside', (t) => {
  const file = join(folderOf(t), 'service.log')
  const first = openLogFile(file, 10)
  writeSync(first.descriptor, 'more than ten bytes')
  const second = openLogFile(file, 10)
  writeSync(first.descriptor, 'after')
  assert.equal(readFileSync(`${file}.1`, 'utf8'), 'more than ten bytes')
  assert.equal(readFileSync(file, 'utf8'), 'after')
  first.close()
  second.close()
})
