import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { eventually } from '@techbridge/testkit'

const main = new URL('../../../services/matching/src/main.ts', import.meta.url).pathname
const password = 'swordfish-4711'
const SECRET = 'the-secret-of-the-deployment-4711'
const nowhere = '127.0.0.1:1'

/** What a service logs, at its most talkative, until it has said why an engine does not serve. */
const logOf = async (t: TestContext, engine: Record<string, string>): Promise<string> => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'techbridge-passwords-'))
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, AUTH_DEV: '1', PORT: '0', LOG_LEVEL: 'trace', DATA_DIR, SECRET, ...engine },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  t.after(() => rmSync(DATA_DIR, { recursive: true }))
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk
    })
  }
  await eventually(
    'it ends, or waits for an engine',
    () => child.exitCode !== null || log.includes('an engine cannot serve yet'),
  )
  child.kill('SIGTERM')
  await closed
  return log
}

const assertSilent = (log: string) => {
  assert.match(log, /"msg":"engines"/)
  for (const word of [password, SECRET, Buffer.from(`techbridge:${password}`).toString('base64')])
    assert.ok(!log.includes(word), log)
}

test('the log of a service has no password of a database that is away', async (t) => {
  const log = await logOf(t, { MONGODB_URI: `mongodb://techbridge:${password}@${nowhere}/` })
  assert.match(log, /an engine cannot serve yet/)
  assertSilent(log)
})

test('nor that of a text index that is away', async (t) => {
  const log = await logOf(t, { ELASTICSEARCH_URL: `http://techbridge:${password}@${nowhere}` })
  assert.match(log, /an engine cannot serve yet/)
  assertSilent(log)
})

test('nor that of a text index that refuses it', async (t) => {
  const given: (string | undefined)[] = []
  const index = createServer(({ headers }, response) => {
    given.push(headers.authorization)
    response.writeHead(401, { 'Content-Type': 'application/json', 'X-Elastic-Product': 'Elasticsearch' })
    const reason = { type: 'security_exception', reason: 'unable to authenticate' }
    response.end(JSON.stringify({ error: { root_cause: [reason], ...reason }, status: 401 }))
  }).listen(0, '127.0.0.1')
  t.after(() => index.close())
  await once(index, 'listening')
  const { port } = index.address() as AddressInfo
  const log = await logOf(t, { ELASTICSEARCH_URL: `http://techbridge:${password}@127.0.0.1:${port}` })
  assert.match(String(given[0]), /^Basic /)
  assert.match(log, /unable to authenticate/)
  assertSilent(log)
})
