import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { AUTHORITATIVE_ANSWER, decode, encode } from 'dns-packet'

/** Codes of DNS headers. */
const notExisting = 3
const refusing = 5

/** A name server on loopback that answers from memory. */
export const startDnsServer = async () => {
  const txt = new Map<string, string[]>()
  const refused = new Set<string>()
  const socket = createSocket('udp4')
  socket.on('message', (packet, { port, address }) => {
    const { id, questions = [] } = decode(packet)
    const name = questions[0]?.name ?? ''
    const found = txt.get(name.toLowerCase())
    const code = refused.has(name) ? refusing : found ? 0 : notExisting
    const answers = (found ?? []).map((text) => ({ type: 'TXT' as const, name, ttl: 0, data: pieces(text) }))
    socket.send(encode({ id, type: 'response', flags: AUTHORITATIVE_ANSWER | code, questions, answers }), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    /** For the setting `DNS_SERVERS`. */
    address: `127.0.0.1:${socket.address().port}`,
    /** Publishes the TXT records of a name, instead of those that it had. */
    publish: (name: string, ...texts: string[]) => txt.set(name, texts),
    /** Refuses to answer for a name. */
    refuse: (name: string) => refused.add(name),
    close: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}

/** As DNS has it: pieces of at most 255 octets. */
const pieces = (text: string) => text.match(/.{1,255}/gs) ?? ['']
