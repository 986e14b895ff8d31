import { Client, type ClientOptions, errors } from '@elastic/elasticsearch'
import { Unavailable } from '@techbridge/port'

/**
 * One second try, after one or two seconds, when the connection breaks; none when an answer is late, for which the client would
 * wait ten minutes. Longer waits are the caller's.
 */
export const connect = (options: ClientOptions): Client =>
  new Client({ maxRetries: 1, requestTimeout: 10_000, ...options })

/** For what changes the cluster: the engine itself gives up after 30 seconds. */
export const patiently = { requestTimeout: 40_000 }

/** Does `work`, with `Unavailable` for whatever the engine may well do later: it is away, overloaded, blocked or still starting. */
export async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isPassing(error) ? unavailable(error) : error
  }
}

/** A generation may be dropped between the moment an alias led to it and the moment it is read: then the alias leads elsewhere. */
export const read = <T>(work: () => Promise<T>): Promise<T> =>
  ask(async () => {
    try {
      return await work()
    } catch (error) {
      if (statusOf(error) !== 404) throw error
      return work()
    }
  })

export const statusOf = (error: unknown): number | undefined =>
  error instanceof errors.ResponseError ? error.statusCode : undefined

export const bodyOf = (error: unknown): { found?: boolean; error?: { type?: string } } =>
  error instanceof errors.ResponseError ? (error.body ?? {}) : {}

/** Whether it is about a phrase in an index that an earlier version made: it has no positions until it is rebuilt. */
const lacksPositions = (error: unknown): boolean =>
  error instanceof errors.ResponseError && JSON.stringify(error.body ?? '').includes('without position data')

/**
 * Of an answer or of one item of a bulk. 401 is a password or key that is not taken, and may be changed on either side; 404 is an index that is not there, 403 a block such as that of
 * a full disk.
 */
export const isPassingStatus = (status: number): boolean => [401, 403, 404, 408, 429].includes(status) || status >= 500

export const unavailable = (cause: unknown): Unavailable =>
  new Unavailable(`Elasticsearch cannot serve: ${cause instanceof Error ? cause.message : cause}`, { cause })

function isPassing(error: unknown): error is Error {
  if (error instanceof errors.ResponseError) return isPassingStatus(error.statusCode ?? 500) || lacksPositions(error)
  return (
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError ||
    error instanceof errors.RequestAbortedError
  )
}
