import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@techbridge/testkit'

const root = new URL('../../../', import.meta.url).pathname
const patience = 60_000

const isServed = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

const until = async (what: string, holds: () => Promise<boolean>) => {
  const limit = AbortSignal.timeout(patience)
  while (!(await holds())) {
    assert.ok(!limit.aborted, what)
    await pause(50)
  }
}

const isEmpty = (group: number) => {
  try {
    process.kill(-group, 0)
    return false
  } catch {
    return true
  }
}

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
  test(`after ${signal} to npm start alone nothing stays behind`, { timeout: 3 * patience }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'techbridge-npm-'))
    const port = await freePort()
    const npm = spawn('npm', ['start', '--', '--empty', '--port', String(port), '--data', folder], {
      cwd: root,
      detached: true,
      stdio: 'ignore',
    })
    t.after(() => {
      if (!isEmpty(npm.pid!)) process.kill(-npm.pid!, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    })
    const url = `http://127.0.0.1:${port}`
    await until('it serves', () => isServed(url))
    process.kill(npm.pid!, signal)
    await until('no process of it is left', async () => isEmpty(npm.pid!))
    assert.equal(await isServed(url), false)
  })
}

test('told to end while it loads its sample data, it ends with 0', { timeout: 3 * patience }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-sample-'))
  const port = await freePort()
  const started = spawn(process.execPath, ['infra/local/src/main.ts', '--port', String(port), '--data', folder], {
    cwd: root,
    stdio: 'ignore',
  })
  t.after(() => {
    started.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  await until('it serves', () => isServed(`http://127.0.0.1:${port}`))
  assert.equal(existsSync(join(folder, 'sample-loaded')), false)
  started.kill('SIGTERM')
  assert.deepEqual(await once(started, 'exit'), [0, null])
})

test('who is denied is seen where npm start runs, and what is served is not', { timeout: 3 * patience }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-log-'))
  const port = await freePort()
  const args = ['infra/local/src/main.ts', '--empty', '--port', String(port), '--data', folder]
  const started = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  t.after(() => {
    started.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  let log = ''
  started.stderr.on('data', (text) => {
    log += text
  })
  const url = `http://127.0.0.1:${port}`
  await until('it serves', () => isServed(url))
  await fetch(`${url}/v1/search`)
  await fetch(`${url}/v1/matches`, { headers: { Authorization: 'Bearer nonsense' } })
  await until('the denial is logged', async () => log.includes('"event":"sign-in-failed"'))
  assert.ok(!log.includes('/v1/search'))
})
