import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { freePorts, isFree } from '../src/ports.ts'
import {
  ended,
  identify,
  isAlive,
  killProcess,
  type ProcessId,
  residentMegabytes,
  send,
  stopProcess,
} from '../src/process.ts'

/** A process that prints a line when `script` has run, and then waits. */
const victim = async (t: TestContext, script = '') => {
  const child = spawn(process.execPath, ['-e', `${script}; console.log('up'); setInterval(() => {}, 1000)`])
  t.after(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return { child, id: identify(child.pid!)! }
}

test('a process is known by its pid and its start', async (t) => {
  const { child, id } = await victim(t)
  assert.deepEqual(identify(child.pid!), id)
  assert.ok(isAlive(id))
  assert.ok(residentMegabytes(id.pid)! > 5)
  const other = await victim(t)
  assert.notEqual(other.id.started, id.started)
})

test('another process with the same pid is not signalled', async (t) => {
  const { child, id } = await victim(t)
  const stranger = { pid: id.pid, started: `${id.started}0` }
  assert.ok(!isAlive(stranger))
  assert.equal(send(stranger, 'SIGKILL'), false)
  await killProcess(stranger)
  assert.ok(await stopProcess(stranger))
  assert.ok(isAlive(id))
  assert.equal(child.exitCode, null)
})

test('a process is asked to end', async (t) => {
  const { child, id } = await victim(t, `process.on('SIGTERM', () => process.exit(7))`)
  assert.equal(await stopProcess(id), true)
  assert.ok(!isAlive(id))
  if (child.exitCode === null) await once(child, 'exit')
  assert.equal(child.exitCode, 7)
})

test('a process that is paused can be asked to end', async (t) => {
  const { id } = await victim(t, `process.on('SIGTERM', () => process.exit(7))`)
  send(id, 'SIGSTOP')
  assert.equal(await stopProcess(id), true)
})

test('a process that does not listen is made to end', async (t) => {
  const { id } = await victim(t, `process.on('SIGTERM', () => {})`)
  assert.equal(await stopProcess(id, 50), false)
  assert.ok(!isAlive(id))
})

/** A process that guards one child, releases another, says who they are, and then does what `end` says. */
const startOwner = async (t: TestContext, end: string) => {
  const source = join(import.meta.dirname, '../src')
  const owner = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { spawn } from 'node:child_process'
     import { guardChild, release } from '${source}/guard.ts'
     import { identify } from '${source}/process.ts'
     const start = () => {
       const child = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' })
       child.unref()
       return child.pid
     }
     const [guarded, released] = [start(), start()]
     for (const pid of [guarded, released]) guardChild(pid)
     release(released)
     process.stdout.write(JSON.stringify([guarded, released].map(identify)), () => { ${end} })`,
  ])
  const [output] = await once(owner.stdout, 'data')
  const [guarded, released] = JSON.parse(output) as ProcessId[]
  t.after(() => Promise.all([guarded!, released!].map(killProcess)))
  return { owner, guarded: guarded!, released: released! }
}

for (const [how, end] of [
  ['ends', 'process.exit()'],
  ['fails', `throw new Error('on purpose')`],
  ['is interrupted', `process.kill(process.pid, 'SIGINT')`],
  ['is terminated', `process.kill(process.pid, 'SIGTERM')`],
] as const) {
  test(`what is guarded ends when its owner ${how}`, async (t) => {
    const { owner, guarded, released } = await startOwner(t, end)
    if (owner.exitCode === null && owner.signalCode === null) await once(owner, 'exit')
    assert.ok(await ended(guarded, 5000))
    assert.ok(isAlive(released))
  })
}

test('an owner that listens for the signal ends what is guarded in its own time', async (t) => {
  const inItsOwnTime = `
    process.on('SIGTERM', () => process.stdout.write(identify(guarded) ? 'still there' : 'gone', () => process.exit()))
    setInterval(() => {}, 1000)`
  const { owner, guarded } = await startOwner(t, inItsOwnTime)
  owner.kill('SIGTERM')
  const [said] = await once(owner.stdout, 'data')
  assert.equal(String(said), 'still there')
  assert.ok(await ended(guarded, 5000))
})

test('an owner that is signalled a second time while it ends leaves nothing behind', async (t) => {
  const never = `
    process.once('SIGTERM', () => process.stdout.write('ending'))
    setInterval(() => {}, 1000)`
  const { owner, guarded } = await startOwner(t, never)
  owner.kill('SIGTERM')
  await once(owner.stdout, 'data')
  owner.kill('SIGTERM')
  await once(owner, 'exit')
  assert.ok(await ended(guarded, 5000))
})

test('free ports are distinct, unused and out of the reach of outgoing connections', async (t) => {
  const ports = await freePorts(20)
  assert.equal(new Set(ports).size, 20)
  assert.ok(ports.every((port) => port >= 1024 && port < 32_768))
  const server = createServer().listen(ports[0], '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  assert.equal(await isFree(ports[0]!), false)
  assert.equal(await isFree(ports[1]!), true)
})
