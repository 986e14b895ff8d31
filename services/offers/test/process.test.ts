import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { callers, offerContent } from '@techbridge/testkit'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const dataDir = await mkdtemp(join(tmpdir(), 'offers-'))
after(() => rm(dataDir, { recursive: true }))

const start = async (settings: Record<string, string> = {}) => {
  const env = { ...process.env, AUTH_DEV: '1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info', ...settings }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  after(() => child.kill('SIGKILL'))
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>
  return { child, exited, url: await urlOf(child) }
}

/** Where it listens, once it serves: until then it answers 503. */
const urlOf = async ({ stdout }: ChildProcess): Promise<string> => {
  let url = ''
  for await (const line of createInterface(stdout!)) {
    const said = JSON.parse(line) as { url?: string; msg?: string }
    url = said.url ?? url
    if (said.msg === 'serving') {
      stdout!.resume()
      return url
    }
  }
  return ''
}

const tokenOf = async (url: string) => {
  const { role, organisation } = callers.provider
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`${url}/v1/tokens`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ role, organisation }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

test('a request that is running when the process is told to stop is finished, and kept', {
  timeout: 60_000,
}, async () => {
  const { child, exited, url } = await start()
  const token = await tokenOf(url)
  const body = JSON.stringify(offerContent())
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Expect: '100-continue' }
  const creating = request(`${url}/v1/offers`, {
    method: 'POST',
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
  })
  creating.flushHeaders()
  await once(creating, 'continue')
  child.kill('SIGTERM')
  await refusesConnections(url)
  creating.end(body)
  const [response] = await once(creating, 'response')
  assert.equal(response.statusCode, 201)
  response.resume()
  assert.deepEqual(await exited, [0, null])

  const again = await start()
  const answer = await fetch(again.url + response.headers.location, { headers: { Authorization: `Bearer ${token}` } })
  assert.equal(answer.status, 200)
  await answer.arrayBuffer()
  again.child.kill('SIGINT')
  assert.deepEqual(await again.exited, [0, null])
})

/** Resolves once the process takes no new connections. */
const refusesConnections = async (url: string): Promise<void> => {
  for (;;) {
    try {
      await (await fetch(`${url}/health/live`, { headers: { Connection: 'close' } })).arrayBuffer()
    } catch {
      return
    }
  }
}

test('settings that are wrong are named, without a stack', { timeout: 60_000 }, async () => {
  const env = { ...process.env, AUTH_DEV: '1', PORT: 'http', HOST: '0.0.0.0' }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit')
  const told: string[] = []
  for await (const line of createInterface(child.stderr)) told.push(line)
  assert.deepEqual(await exited, [1, null])
  assert.match(told.join('\n'), /PORT: /)
  assert.equal(
    told.some((line) => line.trimStart().startsWith('at ')),
    false,
  )
})
