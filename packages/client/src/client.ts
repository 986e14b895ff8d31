import { type AnyEndpoint, longAnswerMs } from '@techbridge/contracts'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import { Agent } from 'undici'
import type { z } from 'zod'
import { problemResponse } from './problem-response.ts'

type Input<T> = T extends z.ZodType ? z.input<T> : never
type Output<T> = T extends z.ZodType ? z.output<T> : never

export interface Call<E extends AnyEndpoint> {
  params?: Input<E['params']>
  query?: Input<E['query']>
  body?: Input<E['body']>
  /** For endpoints that take newline-delimited JSON: one entry per line. */
  lines?: readonly unknown[]
  /** The ETag of the record as it was read. */
  ifMatch?: string
  idempotencyKey?: string
  /** For streams: the id of the last message that was seen. */
  lastEventId?: string
  signal?: AbortSignal
}

export interface ClientResponse<E extends AnyEndpoint> {
  status: number
  body: Output<E['response']>
  etag: string | undefined
}

export interface Message<E extends AnyEndpoint> {
  /** Where to continue after a break: pass it as `lastEventId`. */
  id: string | undefined
  body: Output<E['response']>
}

export interface ClientOptions {
  /** Milliseconds to wait for endpoints that take long. `fetch` by itself stops waiting after five minutes. */
  longAnswerMs?: number
}

/** A client whose methods are the endpoints of the contracts. Throws `ProblemResponse`, or what `fetch` throws. */
export const createClient = (baseUrl: string, token?: string, options: ClientOptions = {}) => {
  const { longAnswerMs: patience = longAnswerMs } = options
  let patient: Agent | undefined
  const dispatcherFor = ({ takesLong }: AnyEndpoint) => {
    if (!takesLong) return {}
    patient ??= new Agent({ headersTimeout: patience, bodyTimeout: patience })
    return { dispatcher: patient }
  }

  const request = async (endpoint: AnyEndpoint, call: Call<any>) => {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(call.params?.[name])))
    const url = new URL(path, baseUrl)
    for (const [name, value] of Object.entries(call.query ?? {})) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined) url.searchParams.append(name, String(one))
      }
    }
    const headers = new Headers()
    if (token) headers.set('Authorization', `Bearer ${token}`)
    if (call.ifMatch) headers.set('If-Match', call.ifMatch)
    if (call.idempotencyKey) headers.set('Idempotency-Key', call.idempotencyKey)
    if (call.lastEventId) headers.set('Last-Event-ID', call.lastEventId)
    if (endpoint.body) {
      headers.set('Content-Type', endpoint.bodyFormat === 'ndjson' ? 'application/x-ndjson' : 'application/json')
    }
    const body = call.lines ? call.lines.map((line) => JSON.stringify(line)).join('\n') : JSON.stringify(call.body)
    const method = endpoint.method.toUpperCase()
    const response = await fetch(url, { method, headers, body, signal: call.signal, ...dispatcherFor(endpoint) })
    if (!response.ok) throw await problemResponse(response)
    return response
  }

  return {
    call: async <E extends AnyEndpoint>(endpoint: E, call: Call<E> = {}): Promise<ClientResponse<E>> => {
      const response = await request(endpoint, call)
      const body = (await response.json()) as Output<E['response']>
      return { status: response.status, body, etag: response.headers.get('etag') ?? undefined }
    },
    /** Server-sent events, from the moment the promise resolves. They end when the server ends them or `signal` aborts. */
    stream: async <E extends AnyEndpoint>(endpoint: E, call: Call<E> = {}): Promise<AsyncIterable<Message<E>>> => {
      const response = await request(endpoint, call)
      return messages<E>(response)
    },
  }
}

export type Client = ReturnType<typeof createClient>

async function* messages<E extends AnyEndpoint>({ body }: Response): AsyncGenerator<Message<E>> {
  if (!body) return
  const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  for await (const { id, data } of events as AsyncIterable<{ id?: string; data: string }>) {
    yield { id, body: JSON.parse(data) as Output<E['response']> }
  }
}
