import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { inOrder } from '../src/in-order.ts'

const file = new URL('waiting-process.ts', import.meta.url)

interface Line {
  msg: string
  url?: string
}

/** The process once it listens. `said` resolves with the next line of its log that says `msg`. */
const startWaiting = async (t: TestContext, ...args: string[]) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'techbridge-process-'))
  const env = { ...process.env, AUTH_DEV: '1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info' }
  const child: ChildProcess = fork(file, args, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  t.after(async () => {
    child.kill('SIGKILL')
    await rm(dataDir, { recursive: true })
  })
  const lines = createInterface({ input: child.stdout! })
  const log: Line[] = []
  lines.on('line', (line) => log.push(JSON.parse(line)))
  const said = async (msg: string): Promise<Line> => {
    for (;;) {
      const found = log.find((line) => line.msg === msg)
      if (found) return found
      await once(lines, 'line')
    }
  }
  const { url } = await said('listening')
  return {
    url,
    said,
    makeAvailable: () => child.send('available'),
    terminate: async () => {
      child.kill('SIGTERM')
      const [code, signal] = await once(child, 'exit')
      return code ?? signal
    },
  }
}

const statusOf = async (url: string) => (await fetch(url)).status

test('given an engine that is away, a process lives and says 503 until it is there, then it serves', async (t) => {
  const { url, said, makeAvailable } = await startWaiting(t)
  assert.equal(await statusOf(`${url}/health/live`), 200)
  assert.equal(await statusOf(`${url}/health/ready`), 503)
  const answer = await fetch(`${url}/v1/lag`, { method: 'POST' })
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5'])
  assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8')
  makeAvailable()
  await said('serving')
  assert.equal(await statusOf(`${url}/health/live`), 200)
  assert.equal(await statusOf(`${url}/health/ready`), 200)
  assert.equal(await statusOf(`${url}/v1/lag`), 401)
})

test('given an engine that is away, a process ends when it is asked to', async (t) => {
  const { said, terminate } = await startWaiting(t)
  await said('an engine cannot serve yet; trying again')
  assert.equal(await terminate(), 0)
})

test('a process that serves ends with 0, and with 1 when something could not be stopped, which it tells', async (t) => {
  for (const [args, code] of [
    [[], 0],
    [['stuck'], 1],
  ] as const) {
    const { said, makeAvailable, terminate } = await startWaiting(t, ...args)
    makeAvailable()
    await said('serving')
    assert.equal(await terminate(), code)
    if (code === 1) await said('not everything was stopped in good order')
  }
})

test('a process that is told to end while it asks itself something ends with 0', async (t) => {
  const { said, makeAvailable, terminate } = await startWaiting(t, 'asking')
  makeAvailable()
  await said('serving')
  assert.equal(await terminate(), 0)
})

test('steps are all done in order, whichever fails; what failed is told together', async () => {
  const done: number[] = []
  const step =
    (number: number, fails = false) =>
    async () => {
      done.push(number)
      if (fails) throw new Error(`no ${number}`)
    }
  await assert.rejects(inOrder([step(1, true), step(2), step(3, true), step(4)]), /no 1.*no 3/)
  assert.deepEqual(done, [1, 2, 3, 4])
})

test('tokens are for callers who name this machine, and no cache keeps them', async (t) => {
  const { url, said, makeAvailable } = await startWaiting(t)
  makeAvailable()
  await said('serving')
  const body = JSON.stringify({
    role: 'admin',
    organisation: { id: 'office', name: 'Office', country: 'CN', kind: 'agency' },
  })
  const { port } = new URL(url!)
  const ask = (headers: Record<string, string>) =>
    new Promise<{ status: number; cache: string | undefined }>((resolve, reject) => {
      const asked = request(
        `${url}/v1/tokens`,
        { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
        (answer) => {
          answer.resume()
          resolve({ status: answer.statusCode!, cache: answer.headers['cache-control'] })
        },
      )
      asked.on('error', reject).end(body)
    })
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'localhost', '[::1]', '127.0.0.2'])
    assert.deepEqual(await ask({ host }), { status: 201, cache: 'no-store' }, host)
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1.evil.example',
    'localhost.evil',
    '10.0.0.1',
    '0.0.0.0',
    'a b',
  ])
    assert.equal((await ask({ host })).status, 403, host)
  assert.equal((await ask({ host: 'localhost', origin: 'https://evil.example' })).status, 403)
  assert.equal((await ask({ host: 'localhost', origin: 'null' })).status, 403)
  assert.equal((await ask({ host: 'localhost', origin: `http://localhost:${port}` })).status, 201)
  assert.equal((await ask({ host: 'evil.example', 'x-forwarded-host': 'localhost' })).status, 403)
})
