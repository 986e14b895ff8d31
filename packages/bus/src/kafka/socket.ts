import { connect, isIP, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { ISocketFactory } from 'kafkajs'

const keepAliveMs = 60_000
const lengthBytes = 4

/**
 * The most bytes of a response. Brokers accept no more in a request by default (`socket.request.max.bytes`), and the largest responses
 * are fetched records: 10 MB and one event. A longer one is not from Kafka or out of step.
 */
export const largestAnswer = 104_857_600

/** Sockets as kafkajs makes them. */
export const plainSockets: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const servername = isIP(host) ? {} : { servername: host }
  const socket = ssl
    ? connectSecurely({ host, port, ...servername, ...ssl }, onConnect)
    : connect({ host, port }, onConnect)
  return socket.setKeepAlive(true, keepAliveMs)
}

/**
 * Makes sockets pass on complete responses only. When a connection breaks, kafkajs keeps the beginning of a response and reads the
 * responses of the next connection out of step: it fails for good, or ends the process with an error that nobody can catch. A
 * connection that sends an impossible response is closed.
 */
export const wholeAnswers =
  (sockets: ISocketFactory): ISocketFactory =>
  (options) =>
    withWholeAnswers(sockets(options))

function withWholeAnswers(socket: Socket): Socket {
  const emit = socket.emit.bind(socket) as (event: string | symbol, ...values: unknown[]) => boolean
  let chunks: Buffer[] = []
  let size = 0
  let needed = lengthBytes
  socket.emit = (event: string | symbol, ...values: unknown[]) => {
    if (event !== 'data') return emit(event, ...values)
    if (socket.destroyed) return true
    const [chunk] = values as [Buffer]
    chunks.push(chunk)
    size += chunk.length
    if (size < needed) return true
    const bytes = chunks.length > 1 ? Buffer.concat(chunks) : chunk
    const whole = endOfWhole(bytes)
    const rest = bytes.subarray(whole)
    chunks = rest.length > 0 ? [rest] : []
    size = rest.length
    needed = rest.length < lengthBytes ? lengthBytes : lengthBytes + rest.readInt32BE(0)
    if (whole > 0) emit('data', bytes.subarray(0, whole))
    if (!isPossible(needed - lengthBytes)) {
      chunks = []
      socket.destroy(new Error(`no answer of Kafka: its length would be ${needed - lengthBytes} bytes`))
    }
    return true
  }
  return socket
}

const isPossible = (length: number) => length >= 0 && length <= largestAnswer

/** Where the last complete response ends. Each begins with its length in 4 bytes; see https://kafka.apache.org/protocol */
function endOfWhole(bytes: Buffer): number {
  let end = 0
  while (bytes.length - end >= lengthBytes) {
    const length = bytes.readInt32BE(end)
    const next = end + lengthBytes + length
    if (!isPossible(length) || next > bytes.length) break
    end = next
  }
  return end
}
