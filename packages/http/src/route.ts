import type { Access, AnyEndpoint, Api, Caller } from '@techbridge/contracts'
import type { CommandOptions, Service } from '@techbridge/runtime'
import type { Response } from 'express'
import type { z } from 'zod'
import type { CheckedLine } from './validate.ts'

type Parsed<T> = T extends z.ZodType ? z.output<T> : never

/** What is known of every caller where the endpoint lets in nobody who is not signed in. */
type SignedIn<E extends AnyEndpoint, T> = 'anyone' extends E['access'] ? T | undefined : T

/** A request that passed its contract. */
interface RouteRequest<E extends AnyEndpoint> {
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  /** Absent with `bodyFormat: 'ndjson'`, where each line stands or falls by itself in `lines`. */
  body: Parsed<E['body']>
  lines: readonly CheckedLine<Parsed<E['body']>>[]
  /** `undefined` only where the endpoint lets anyone in. */
  caller: SignedIn<E, Caller>
  /** From `If-Match` and `Idempotency-Key`. */
  options: CommandOptions
  lastEventId: string | undefined
  /** When the caller's token was issued, in seconds since 1970. */
  issued: SignedIn<E, number>
  /** When the caller's token ends, in seconds since 1970: long answers end with it. */
  expires: number | undefined
}

interface RouteResponse<B> {
  body: B
  /** Version of the record in the body: the ETag, together with the variant. */
  version?: number
  /** What else the body depends on, in letters, digits and dots. It does not count for `If-Match`. */
  variant?: string
  /** Path of what was created. */
  location?: string
  /** The body must not be kept by any cache, such as one that holds a token. */
  noStore?: boolean
  /** The request was a repetition of one that had been done. */
  replayed?: boolean
}

/** Sends a long-lived response by itself. */
export type StreamHandler = (response: Response) => Promise<void>

export type RouteHandler<E extends AnyEndpoint> = (
  request: RouteRequest<E>,
) => Promise<RouteResponse<z.input<E['response']>> | StreamHandler>

export interface Route {
  endpoint: AnyEndpoint
  handler: RouteHandler<any>
}

/** Binds each endpoint of an API to its handler; the compiler sees to it that none is missing. */
export const implement = <A extends Api>(api: A, handlers: { [K in keyof A]: RouteHandler<A[K]> }): Route[] =>
  Object.entries(api).map(([name, endpoint]) => ({ endpoint, handler: handlers[name as keyof A] as RouteHandler<any> }))

export const mayCall = (access: Access, caller: Caller | undefined) =>
  access === 'anyone' || (caller !== undefined && (access === 'signedIn' || access.includes(caller.role)))

/** A service that answers over HTTP. */
export type HttpService = Service<Route>
