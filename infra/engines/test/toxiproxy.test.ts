import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { freePorts, missingTools, startEngines, startToxiproxy, type ToxicProxy } from '../src/index.ts'

const skip =
  process.env.TECHBRIDGE_ENGINES === '1'
    ? missingTools(['toxiproxy', 'kafka']).join('; ') || false
    : 'set TECHBRIDGE_ENGINES=1 to run the real engines'

/** A server that says what it was asked. */
const startEcho = async () => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port: (server.address() as { port: number }).port, stop }
}

const open = async (t: TestContext, port: number) => {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  t.after(() => socket.destroy())
  await once(socket, 'connect')
  let received = 0
  socket.on('data', ({ length }) => {
    received += length
  })
  const { promise: closed, resolve: close } = Promise.withResolvers<void>()
  socket.on('close', () => close())
  return {
    send: (bytes: number) => socket.write(Buffer.alloc(bytes)),
    received: () => received,
    closed,
    /** Resolves when so many bytes have come back in all. */
    until: async (bytes: number) => {
      while (received < bytes) await once(socket, 'data')
    },
  }
}

/** Milliseconds until so many bytes have gone there and back. */
const roundTrip = async (t: TestContext, { port }: ToxicProxy, bytes: number) => {
  const connection = await open(t, port)
  const began = performance.now()
  connection.send(bytes)
  await connection.until(bytes)
  return performance.now() - began
}

describe('a proxy', { skip }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-toxiproxy-'))
  let echo: Awaited<ReturnType<typeof startEcho>>
  let toxiproxy: Awaited<ReturnType<typeof startToxiproxy>>
  let proxy: ToxicProxy
  before(async () => {
    echo = await startEcho()
    toxiproxy = await startToxiproxy(dataDir)
    proxy = await toxiproxy.proxy('echo', echo.port)
  })
  after(async () => {
    await toxiproxy?.stop()
    echo?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('is transparent until trouble is asked for, and once it is cleared', async (t) => {
    const connection = await open(t, proxy.port)
    connection.send(100_000)
    await connection.until(100_000)
    await proxy.slow({ latencyMs: 50, jitterMs: 10 })
    await proxy.limit(1000)
    await proxy.clear()
    connection.send(100_000)
    await connection.until(200_000)
  })

  // No upper limits: a trouble lasts at least as long as it should.
  test('delays what comes back', async (t) => {
    await proxy.slow({ latencyMs: 200, jitterMs: 50 })
    assert.ok((await roundTrip(t, proxy, 1)) >= 150)
    await proxy.clear()
  })

  test('limits how much passes in a second', async (t) => {
    await proxy.limit(50)
    assert.ok((await roundTrip(t, proxy, 20_000)) >= 350)
    await proxy.clear()
  })

  test('cuts each connection in the midst of what is sent', async (t) => {
    await proxy.cutAfter(1000)
    for (const connection of [await open(t, proxy.port), await open(t, proxy.port)]) {
      connection.send(600)
      await connection.until(600)
      connection.send(600)
      await connection.closed
      assert.ok(connection.received() <= 1000)
    }
    await proxy.clear()
  })

  test('swallows what is sent, and breaks the connection when it lets go', async (t) => {
    const connection = await open(t, proxy.port)
    await proxy.blackhole()
    connection.send(1)
    assert.equal(await Promise.race([connection.closed.then(() => 'closed'), pause(500, 'open')]), 'open')
    assert.equal(connection.received(), 0)
    await proxy.clear()
    await connection.closed
    await roundTrip(t, proxy, 1)
  })

  test('refuses connections, and takes them again on the same port', async (t) => {
    const connection = await open(t, proxy.port)
    await proxy.disable()
    await connection.closed
    await assert.rejects(open(t, proxy.port), { code: 'ECONNREFUSED' })
    await proxy.enable()
    await roundTrip(t, proxy, 1)
  })

  test('is had once for each name, and says so', async () => {
    await assert.rejects(toxiproxy.proxy('echo', echo.port), /Toxiproxy answered 409 to POST \/proxies: .*exists/)
  })

  test('is where Kafka sends its clients when that is wanted from the start', async (t) => {
    const stops: (() => Promise<void>)[] = []
    t.after(() => Promise.all(stops.map((stop) => stop())))
    const [port] = await freePorts(1)
    const options = { only: ['kafka'], dataDir, kafkaAdvertises: port! } as const
    const engines = await startEngines(options)
    stops.push(engines.stop)
    await toxiproxy.proxy('kafka', engines.kafka.port, port)
    const admin = new Kafka({ brokers: engines.kafka.brokers, logLevel: logLevel.NOTHING }).admin()
    await admin.connect()
    stops.push(admin.disconnect)
    const { brokers } = await admin.describeCluster()
    assert.deepEqual(brokers, [{ nodeId: 1, host: '127.0.0.1', port }])
    await assert.rejects(startEngines({ ...options, reuse: true }), /what it advertises does not change/)
  })
})
