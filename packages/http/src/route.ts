import type { Access, AnyEndpoint, Api, Caller } from '@techbridge/contracts'
import type { CommandOptions, Service } from '@techbridge/runtime'
import type { Response } from 'express'
import type { z } from 'zod'
import type { CheckedLine } from './validate.ts'

type Parsed<T> = T extends z.ZodType ? z.output<T> : never

/** The caller of an endpoint that requires signing in. */
type SignedIn<E extends AnyEndpoint, T> = 'anyone' extends E['access'] ? T | undefined : T

/** A request that passed its contract. */
interface RouteRequest<E extends AnyEndpoint> {
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  /** Absent with `bodyFormat: 'ndjson'`, where each line in `lines` is accepted or refused by itself. */
  body: Parsed<E['body']>
  lines: readonly CheckedLine<Parsed<E['body']>>[]
  /** `undefined` only where the endpoint is open to anyone. */
  caller: SignedIn<E, Caller>
  /** From `If-Match` and `Idempotency-Key`. */
  options: CommandOptions
  lastEventId: string | undefined
  /** Language tags that `Accept-Language` asks for, the most wanted first. */
  languages: readonly string[]
  /** The body of an endpoint with `bodyFormat: 'octets'`, as it comes; fails when the caller goes away. */
  content: AsyncIterable<Uint8Array>
  /** SHA-256 of that body in hexadecimal, where the caller says it. */
  contentSha256: string | undefined
  /** When the caller's token was issued, in seconds since 1970. */
  issued: SignedIn<E, number>
  /** When the caller's token ends, in seconds since 1970; long-lived responses end with it. */
  expires: number | undefined
  /** Whether the caller’s token is refused by now; long-lived responses end then. */
  isRevoked: (() => boolean) | undefined
}

interface RouteResponse<B> {
  body: B
  /** Version of the record in the body: the ETag, together with the variant. */
  version?: number
  /** What else the body depends on, as letters, digits and dots. `If-Match` ignores it. */
  variant?: string
  /** Language tag of the texts in the body, where the endpoint has them in several. */
  language?: string
  /** Path of the resource that was created. */
  location?: string
  /** No cache may store the body, for example because it holds a token. */
  noStore?: boolean
  /** The request repeated one that had already been carried out. */
  replayed?: boolean
}

/** Sends a response that is long-lived, or no JSON, itself. */
export type StreamHandler = (response: Response) => Promise<void>

export type RouteHandler<E extends AnyEndpoint> = (
  request: RouteRequest<E>,
) => Promise<RouteResponse<z.input<E['response']>> | StreamHandler>

export interface Route {
  endpoint: AnyEndpoint
  handler: RouteHandler<any>
}

/** Binds each endpoint of an API to its handler; the compiler reports missing ones. */
export const implement = <A extends Api>(api: A, handlers: { [K in keyof A]: RouteHandler<A[K]> }): Route[] =>
  Object.entries(api).map(([name, endpoint]) => ({ endpoint, handler: handlers[name as keyof A] as RouteHandler<any> }))

export const mayCall = (access: Access, caller: Caller | undefined) =>
  access === 'anyone' || (caller !== undefined && (access === 'signedIn' || access.includes(caller.role)))

/** A service that answers over HTTP. */
export type HttpService = Service<Route>
