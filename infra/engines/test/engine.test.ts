import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, type TestContext, test } from 'node:test'
import { Engine, type EngineOptions } from '../src/engine.ts'
import type { Kind } from '../src/kind.ts'
import { runningDataFolders } from '../src/known.ts'
import { freePorts } from '../src/ports.ts'
import { isAlive } from '../src/process.ts'
import { readState, writeState } from '../src/state.ts'
import { asks } from '../src/wire.ts'
import { temporaryFolder } from './temporary.ts'

/** A server that says what it was asked, in a process of its own. */
const echo: Kind = {
  name: 'kafka',
  title: 'Echo 1',
  folder: 'echo-1',
  proof: 'echo.mjs',
  size: '0 MB',
  toolsToInstall: [],
  toolsToRun: [],
  portCount: 2,
  install: async (home) =>
    writeFileSync(
      join(home, 'echo.mjs'),
      `import { createServer } from 'node:net'
       console.log('echo starts')
       createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(process.argv[2], '127.0.0.1')`,
    ),
  prepare: async () => {},
  command: ({ home, ports }) => ({ file: process.execPath, args: [join(home, 'echo.mjs'), `${ports[0]}`] }),
  isReady: (port) => asks(port, Buffer.from('hello'), (answer) => answer.toString() === 'hello'),
  environment: (port) => ({ ECHO: `${port}` }),
}

beforeEach((t) => {
  process.env.TECHBRIDGE_ENGINES_CACHE = temporaryFolder(t as never)
})

const open = (t: TestContext, options?: EngineOptions, kind = echo) => {
  const engine = new Engine(kind, temporaryFolder(t), options)
  t.after(() => engine.kill())
  return engine
}

test('serves once it is started, and is gone once it is stopped', async (t) => {
  const engine = open(t)
  assert.equal(engine.pid, undefined)
  assert.equal(await engine.isReady(), false)
  await engine.start()
  assert.ok(await engine.isReady())
  assert.deepEqual(engine.environment, { ECHO: `${engine.port}` })
  const { process } = readState(engine.folder)
  await engine.stop()
  assert.equal(engine.pid, undefined)
  assert.ok(!isAlive(process!))
})

test('comes back on the same port after it was killed, with another pid', async (t) => {
  const engine = open(t)
  await engine.start()
  const { port, pid } = engine
  await engine.kill()
  assert.equal(engine.pid, undefined)
  await engine.start()
  assert.equal(engine.port, port)
  assert.notEqual(engine.pid, pid)
})

test('does not come back on another port', async (t) => {
  const engine = open(t)
  await engine.start()
  await engine.kill()
  const squatter = createServer().listen(engine.port, '127.0.0.1')
  t.after(() => squatter.close())
  await once(squatter, 'listening')
  await assert.rejects(engine.start(), /port \d+, wanted for Echo 1, is in use/)
})

test('moves to other ports when another process takes one between the choice and the start', async (t) => {
  const squatters: ReturnType<typeof createServer>[] = []
  const prepare: Kind['prepare'] = async ({ ports: [port] }) => {
    if (squatters.length > 0) return
    const squatter = createServer().listen(port, '127.0.0.1')
    squatters.push(squatter)
    await once(squatter, 'listening')
  }
  t.after(() => squatters[0]!.close())
  const engine = open(t, {}, { ...echo, prepare })
  await engine.start()
  assert.ok(await engine.isReady())
})

test('answers nothing while it is paused', async (t) => {
  const engine = open(t)
  await engine.start()
  engine.pause()
  assert.equal(await engine.isReady(), false)
  engine.resume()
  assert.ok(await engine.isReady())
})

test('is found by another process, and started by one alone', async (t) => {
  const engine = open(t)
  await engine.start()
  const other = new Engine(echo, join(engine.folder, '..'))
  await other.start()
  assert.equal(other.pid, engine.pid)
  await assert.rejects(new Engine(echo, join(engine.folder, '..'), { port: 20_000 }).start(), /runs on port/)
  await other.stop()
  assert.equal(engine.pid, undefined)
})

test('says whether it was taken down or ended otherwise, also to another process', async (t) => {
  const engine = open(t)
  const other = new Engine(echo, join(engine.folder, '..'))
  await engine.start()
  await engine.kill()
  assert.ok(!other.wasStopped)
  await engine.start()
  await other.stop()
  assert.ok(engine.wasStopped)
  await engine.start()
  assert.ok(!engine.wasStopped)
})

test('is found among those that run, wherever its folder is, and not once it has ended', async (t) => {
  const engine = open(t)
  assert.deepEqual(runningDataFolders(), [])
  await engine.start()
  assert.deepEqual(runningDataFolders(), [join(engine.folder, '..')])
  await engine.kill()
  assert.deepEqual(runningDataFolders(), [])
})

test('can be stopped when its folder has gone', async (t) => {
  const engine = open(t)
  await engine.start()
  const { process } = readState(engine.folder)
  rmSync(engine.folder, { recursive: true })
  await engine.stop()
  assert.ok(!isAlive(process!))
})

test('takes the port that it is given', async (t) => {
  const [port] = await freePorts(1)
  const engine = open(t, { port })
  await engine.start()
  assert.equal(engine.port, port)
})

test('a recorded pid that belongs to another process now is not its own', async (t) => {
  const engine = open(t)
  writeState(engine.folder, { ports: [20_000, 20_001], process: { pid: process.pid, started: 'another boot/1' } })
  assert.equal(engine.pid, undefined)
  await engine.stop()
  await engine.kill()
  engine.pause()
})

for (const [how, command] of [
  ['ends at once', `console.error('no disk'); process.exit(3)`],
  ['ends before it serves', `console.error('no disk'); setTimeout(() => {}, 300)`],
])
  test(`a start that ${how} fails with the end of the log`, async (t) => {
    const engine = open(t, {}, { ...echo, command: () => ({ file: process.execPath, args: ['-e', command!] }) })
    await assert.rejects(engine.start(), /^Error: Echo 1 ended before it was ready; the end of .*:\nno disk$/)
    assert.equal(engine.pid, undefined)
  })

test('a failed start shows nothing of earlier ones', async (t) => {
  const engine = open(t)
  await engine.start()
  await engine.stop()
  writeFileSync(join(process.env.TECHBRIDGE_ENGINES_CACHE!, 'echo-1', 'echo.mjs'), `console.error('broken')`)
  await assert.rejects(engine.start(), (error: Error) => /broken/.test(error.message) && !/starts/.test(error.message))
  assert.match(readFileSync(engine.log, 'utf8'), /echo starts\nbroken/)
})

test('an engine that a launcher leaves behind is known by its pid file', async (t) => {
  const launcher = (folder: string, script: string) => ({
    file: 'sh',
    args: ['-c', script],
    pidFile: join(folder, 'pid'),
  })
  const command: Kind['command'] = ({ home, folder, ports }) =>
    launcher(folder, `'${process.execPath}' '${home}/echo.mjs' ${ports[0]} & echo $! > '${folder}/pid'`)
  const engine = open(t, {}, { ...echo, command })
  await engine.start()
  assert.equal(engine.pid, Number(readFileSync(join(engine.folder, 'pid'), 'utf8')))
  await engine.stop()
  rmSync(join(engine.folder, 'pid'))
  const failing = open(t, {}, { ...echo, command: ({ folder }) => launcher(folder, 'echo no disk; exit 1') })
  await assert.rejects(failing.start(), /ended before it was ready; the end of .*:\nno disk$/)
})
