import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP proxy before the engine, on a free port, that can lose, delay and refuse what passes. */
export async function openProxy(target: { host: string; port: number }) {
  const sockets = new Set<Socket>()
  let answers: 'pass' | 'cut' | 'swallow' = 'pass'
  let refusing = false
  const server = createServer((client) => {
    if (refusing) return client.destroy()
    const engine = connect(target.port, target.host)
    for (const [socket, other] of [
      [client, engine],
      [engine, client],
    ] as const) {
      sockets.add(socket)
      socket.setNoDelay()
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    let writing = false
    client.on('data', (data) => {
      writing = /insert|update/.test(data.toString('latin1'))
      engine.write(data)
    })
    engine.on('data', (data) => {
      if (!writing || answers === 'pass') client.write(data)
      else if (answers === 'cut') {
        answers = 'pass'
        client.destroy()
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    /** The engine does the next write, and the connection ends before the answer. */
    loseNextAnswer: () => {
      answers = 'cut'
    },
    /** The engine does all writes from now on and nothing is heard of it. */
    swallowAnswers: (yes: boolean) => {
      answers = yes ? 'swallow' : 'pass'
    },
    refuse: (yes: boolean) => {
      refusing = yes
      if (yes) destroyAll()
    },
    answerLost: () => answers === 'pass',
    async close() {
      const closed = once(server, 'close')
      server.close()
      destroyAll()
      await closed
    },
  }
}
