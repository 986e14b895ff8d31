import { EventEmitter, once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { KafkaBusOptions } from '../src/kafka/bus.ts'

/** The connections of a bus to its brokers, to be broken by tests. */
export class Network {
  readonly #sockets = new Set<Socket>()
  readonly #news = new EventEmitter()
  #state: 'up' | 'down' | 'silent' = 'up'
  #refused = 0
  #tearing = false

  readonly options: Partial<KafkaBusOptions> = {
    connection: {
      socketFactory: ({ host, port, onConnect }) => {
        if (this.#state === 'down') this.#news.emit('refused', ++this.#refused)
        // Nobody listens at port 1.
        const socket = connect({ host, port: this.#state === 'down' ? 1 : port }, onConnect)
        if (this.#state === 'silent') socket.pause()
        this.#letTear(socket)
        this.#sockets.add(socket)
        socket.on('close', () => this.#sockets.delete(socket))
        return socket
      },
    },
  }

  /** Breaks the connections that there are. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy(new Error('the connection broke'))
  }

  /** Breaks them and refuses new ones. */
  disconnect(): void {
    this.#state = 'down'
    this.cut()
  }

  /** Breaks a connection in the midst of the next answer that comes. */
  tear(): void {
    this.#tearing = true
  }

  #letTear(socket: Socket): void {
    const push = socket.push.bind(socket)
    socket.push = (chunk, encoding) => {
      if (!this.#tearing || !Buffer.isBuffer(chunk)) return push(chunk, encoding)
      this.#tearing = false
      push(chunk.subarray(0, -1))
      socket.destroy(new Error('the connection broke'))
      return false
    }
  }

  /** What is sent arrives, but no answer comes. */
  silence(): void {
    this.#state = 'silent'
    for (const socket of this.#sockets) socket.pause()
  }

  connect(): void {
    this.#state = 'up'
    for (const socket of this.#sockets) socket.resume()
  }

  /** Resolves when so many connections were refused since it went down. */
  async refused(count: number): Promise<void> {
    while (this.#refused < count) await once(this.#news, 'refused')
  }
}
