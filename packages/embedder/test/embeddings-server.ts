import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const dimension = 64

/** A vector of what words a text has: alike for texts that share some. */
const vectorOf = (text: string): number[] => {
  const vector = Array<number>(dimension).fill(0.01)
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    let hash = 7
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % dimension
    vector[hash] = (vector[hash] ?? 0) + 1
  }
  return vector
}

interface Asked {
  input: string[]
  model: string
  authorization: string | undefined
}

type Answer = (response: ServerResponse, texts: string[]) => void

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

const list = (vectors: number[][]) => ({
  object: 'list',
  // Last first: the protocol has an index, so the order does not count.
  data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse(),
})

export const right: Answer = (response, texts) => json(response, 200, list(texts.map(vectorOf)))
export const status =
  (code: number): Answer =>
  (response) =>
    json(response, code, { error: { message: `answer ${code}` } })
export const silent: Answer = () => {}
export const wrongDimension: Answer = (response, texts) => json(response, 200, list(texts.map(() => [1, 2, 3])))
export const tooFew: Answer = (response, texts) => json(response, 200, list(texts.slice(1).map(vectorOf)))
export const notNumbers: Answer = (response) => json(response, 200, { data: [{ index: 0, embedding: ['a'] }] })
export const garbage: Answer = (response) => void response.writeHead(200).end('<html>')
export const cutOff: Answer = (response) => {
  response.writeHead(200, { 'Content-Length': 100 }).write('{"da')
  response.destroy()
}

/** A server of the protocol on loopback. It gives `answers` one after the other, and then right ones. */
export const startServer = async () => {
  const asked: Asked[] = []
  const answers: Answer[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const { input, model } = JSON.parse(Buffer.concat(parts).toString())
    asked.push({ input, model, authorization: request.headers.authorization })
    const answer = answers.shift() ?? right
    answer(response, input)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    /** Of the texts of a test, not of those that means are made of. */
    next: (...coming: Answer[]) => answers.push(...coming),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
