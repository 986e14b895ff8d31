import { Unavailable } from '@techbridge/port'
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel'
import { z } from 'zod'
import type { RawEmbedder } from '../embedder.ts'
import { unit } from '../vectors.ts'
import { remembered } from './remembered.ts'

export interface OpenAiOptions {
  /** Before `/embeddings`, such as `https://host/v1`. */
  url: string
  model: string
  dimension: number
  apiKey?: string | undefined
  /** Texts of one request. */
  batch?: number
  /** Milliseconds: for one answer; before the first repetition, doubled with each; while nothing is asked after failures in a row. */
  timeoutMs?: number
  firstPauseMs?: number
  restMs?: number
}

const attempts = 3
const failuresInARow = 5
const longestPauseMs = 10_000
/** Of what a server says when it refuses: enough to see why. */
const shown = 200

/** The server could not answer now: busy, broken, slow or away. */
class Passing extends Error {}
/** The server answers, but not so that it can be used. Asking again would give the same. */
class Useless extends Error {}

const answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()) })),
})

/** Vectors in the order of the texts. */
const vectorsIn = (body: unknown, count: number, dimension: number): Float32Array[] => {
  const read = answer.safeParse(body)
  if (!read.success) throw new Useless('the answer is no list of embeddings')
  const vectors = new Map(read.data.data.map(({ index, embedding }) => [index, embedding]))
  return Array.from({ length: count }, (_, place) => {
    const vector = vectors.get(place)
    if (!vector) throw new Useless(`the answer has no embedding ${place} of ${count}`)
    if (vector.length !== dimension) throw new Useless(`an embedding has ${vector.length} numbers, not ${dimension}`)
    return unit(Float32Array.from(vector))
  })
}

/**
 * Any server that speaks OpenAI's protocol of embeddings. What it was asked before it is not asked again. Failures that may pass are tried again
 * with growing pauses; after some in a row nothing is asked for a while.
 */
export const openOpenAi = (options: OpenAiOptions): RawEmbedder => {
  const { url, model, dimension, apiKey, batch = 32, timeoutMs = 30_000, firstPauseMs = 500, restMs = 30_000 } = options
  const closing = new AbortController()

  const ask = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), closing.signal])
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(apiKey && { Authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      redirect: 'error',
      signal,
    } as const
    let status: number
    let body: string
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/embeddings`, request)
      status = response.status
      body = await response.text()
    } catch (error) {
      throw new Passing(`it gave no answer: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
    if (status === 429 || status >= 500) throw new Passing(`it answered ${status}`)
    if (status !== 200) throw new Useless(`it answered ${status}: ${body.slice(0, shown)}`)
    return vectorsIn(parsed(body), texts.length, dimension)
  }

  const backoff = new ExponentialBackoff({ initialDelay: firstPauseMs, maxDelay: longestPauseMs })
  const policy = wrap(
    retry(handleType(Passing), { maxAttempts: attempts - 1, backoff }),
    circuitBreaker(
      handleWhen((error) => error instanceof Passing || error instanceof Useless),
      { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failuresInARow) },
    ),
  )

  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = []
    try {
      for (let at = 0; at < texts.length; at += batch)
        vectors.push(...(await policy.execute(() => ask(texts.slice(at, at + batch)))))
    } catch (error) {
      const why = error instanceof BrokenCircuitError ? 'it failed too often and is left alone for a while' : undefined
      throw new Unavailable(`the embeddings service: ${why ?? (error instanceof Error ? error.message : error)}`, {
        cause: error,
      })
    }
    return vectors
  }

  return {
    model: `openai.${model}.${dimension}`,
    dimension,
    embed: remembered(embed),
    close: async () => closing.abort(new Error('it was closed')),
  }
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Useless('the answer is no JSON', { cause: error })
  }
}
