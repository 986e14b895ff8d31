import { refusalOf, toPlainText } from '@techbridge/plain-text'
import { Unavailable } from '@techbridge/port'
import { BrokenCircuitError, bulkhead, ConsecutiveBreaker, circuitBreaker, handleType, wrap } from 'cockatiel'
import { longest, NotTranslated } from './translator.ts'

export interface ServerOptions {
  /** Milliseconds: for one answer, and while nothing is asked after failures in a row. */
  timeoutMs?: number
  restMs?: number
}

const failuresInARow = 4
/** Questions that are asked at a time, and that wait; more are refused. */
const atATime = 4
const waiting = 100
/** Bytes of an answer: many times what two short texts take. */
const mostBytes = 256 * 1024
/** Of what a server says when it refuses: enough to see why. */
const shown = 200

/** The server gave nothing that can be used. */
class Failed extends Error {}

/** What a server answered. */
export interface Answer {
  status: number
  body: unknown
}

/** Posts JSON to one server. `read` gives the texts of an answer, or throws what the caller gets. */
export const openServer = ({ timeoutMs = 20_000, restMs = 30_000 }: ServerOptions) => {
  const policy = wrap(
    bulkhead(atATime, waiting),
    circuitBreaker(handleType(Failed), { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failuresInARow) }),
  )

  const post = async (url: string, headers: Record<string, string>, body: unknown): Promise<Answer> => {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    } as const
    try {
      const response = await fetch(url, request)
      return { status: response.status, body: parsed(await textOf(response)) }
    } catch (error) {
      if (error instanceof Failed) throw error
      throw new Failed(`it gave no answer: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  }

  return async (
    request: { url: string; headers?: Record<string, string>; body: unknown; count: number },
    read: (answer: Answer) => readonly unknown[] | undefined,
  ): Promise<string[]> => {
    const { url, headers = {}, body, count } = request
    try {
      return await policy.execute(async () => {
        const answer = await post(url, headers, body)
        const texts = read(answer)
        if (!texts) throw new Failed(`it answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, shown)}`)
        return checked(texts, count)
      })
    } catch (error) {
      if (error instanceof NotTranslated) throw error
      const why =
        error instanceof BrokenCircuitError
          ? 'it failed too often and is left alone for a while'
          : error instanceof Error
            ? error.message
            : String(error)
      throw new Unavailable(`the translation service: ${why}`, { cause: error })
    }
  }
}

const textOf = async ({ body }: Response): Promise<string> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) throw new Failed(`its answer has more than ${mostBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Failed('its answer is no JSON', { cause: error })
  }
}

/** As many plain texts as were sent. */
const checked = (texts: readonly unknown[], count: number): string[] => {
  if (texts.length !== count) throw new Failed(`it gave ${texts.length} texts for ${count}`)
  return texts.map((text) => {
    const plain = typeof text === 'string' ? toPlainText(text) : ''
    if (plain === '') throw new Failed('it gave an empty text')
    const refusal = refusalOf(plain)
    if (refusal) throw new Failed(`it gave a text with ${refusal.what}`)
    if (plain.length > longest) throw new Failed(`it gave a text of ${plain.length} characters`)
    return plain
  })
}
