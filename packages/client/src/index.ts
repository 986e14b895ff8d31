import { type Endpoint, type Problem, problem } from '@techbridge/contracts'
import type { z } from 'zod'

/** The server refused: its problem says what, where and what to do. */
export class ProblemReply extends Error {
  override name = 'ProblemReply'
  readonly status: number
  readonly problem: Problem
  constructor(given: Problem) {
    super(given.detail)
    this.status = given.status
    this.problem = given
  }
}

type Input<T> = T extends z.ZodType ? z.input<T> : never
type Output<T> = T extends z.ZodType ? z.output<T> : never

export interface Call<E extends Endpoint<any, any, any, any>> {
  params?: Input<E['params']>
  query?: Input<E['query']>
  body?: Input<E['body']>
  /** For endpoints that take newline-delimited JSON: one entry a line. */
  lines?: readonly unknown[]
  /** The ETag of the record as it was read. */
  ifMatch?: string
  idempotencyKey?: string
  signal?: AbortSignal
}

export interface Reply<E extends Endpoint<any, any, any, any>> {
  status: number
  body: Output<E['reply']>
  etag: string | undefined
}

/** A client whose methods are the endpoints of the contracts. Throws `ProblemReply`, or what `fetch` throws. */
export const createClient = (baseUrl: string, token?: string) => {
  const request = (endpoint: Endpoint<any, any, any, any>, call: Call<any>) => {
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
    if (endpoint.body) {
      headers.set('Content-Type', endpoint.bodyFormat === 'ndjson' ? 'application/x-ndjson' : 'application/json')
    }
    const body = call.lines ? call.lines.map((line) => JSON.stringify(line)).join('\n') : JSON.stringify(call.body)
    return fetch(url, { method: endpoint.method.toUpperCase(), headers, body, signal: call.signal })
  }

  return {
    call: async <E extends Endpoint<any, any, any, any>>(endpoint: E, call: Call<E> = {}): Promise<Reply<E>> => {
      const response = await request(endpoint, call)
      if (!response.ok) throw new ProblemReply(await readProblem(response))
      const body = (await response.json()) as Output<E['reply']>
      return { status: response.status, body, etag: response.headers.get('etag') ?? undefined }
    },
    /** The response itself, for streams. */
    open: async (endpoint: Endpoint<any, any, any, any>, call: Call<any> = {}): Promise<Response> => {
      const response = await request(endpoint, call)
      if (!response.ok) throw new ProblemReply(await readProblem(response))
      return response
    },
  }
}

export type Client = ReturnType<typeof createClient>

const readProblem = async (response: Response): Promise<Problem> => {
  const text = await response.text()
  try {
    return problem.parse(JSON.parse(text))
  } catch {
    const { status, statusText } = response
    return {
      type: 'about:blank',
      title: statusText,
      status,
      detail: text || `The server answered ${status} ${statusText}.`,
    }
  }
}
