import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Asked {
  path: string
  headers: IncomingMessage['headers']
  body: any
}
type Reply = (response: ServerResponse, asked: Asked) => void

/** Answers with JSON. */
export const json = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

/** What the small server answers when it translates: each text with the language it is now in. */
export const asLibreTranslate: Reply = (response, { body }) =>
  json(response, 200, { translatedText: body.q.map((text: string) => `${body.target}: ${text}`) })

/** A small server of a translation protocol, which answers as it is told and keeps what it was asked. */
export const openTranslationServer = async (usual: Reply) => {
  const asked: Asked[] = []
  const state = { reply: usual }
  const server = createServer(async (request, response) => {
    const one = { path: request.url ?? '', headers: request.headers, body: JSON.parse(await text(request)) }
    asked.push(one)
    state.reply(response, one)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** Answers otherwise from now on; as usual without an argument. */
    reply: (next: Reply = usual) => {
      state.reply = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
