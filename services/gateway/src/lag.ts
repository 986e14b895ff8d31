import type { RequestHandler } from 'express'

/** What one service answers; see `operationsApi.lag`. */
interface Lag {
  outboxes: Record<string, number>
}

const passedOn = ['authorization', 'x-forwarded-for', 'traceparent'] as const

/**
 * Answers `GET /v1/lag` for the whole system: each service counts its own outboxes, so all of them are asked. A refusal by one of
 * them is the answer; so is the failure of one that cannot be reached, because its outbox may hold events.
 */
export const lagOfAll =
  (nextUrls: () => readonly string[], answerMs: number, unavailable: object): RequestHandler =>
  async (request, response) => {
    const headers = Object.fromEntries(
      passedOn.flatMap((name) => {
        const value = request.headers[name]
        return value === undefined ? [] : [[name, String(value)]]
      }),
    )
    const ask = (url: string) =>
      fetch(url + request.originalUrl, { headers, signal: AbortSignal.timeout(answerMs) }).catch(() => undefined)
    const answers = await Promise.all(nextUrls().map(ask))
    const unreachable = answers.includes(undefined)
    const refusal = answers.find((answer) => answer && !answer.ok)
    if (refusal) {
      for (const name of ['content-type', 'retry-after', 'www-authenticate']) {
        const value = refusal.headers.get(name)
        if (value) response.set(name, value)
      }
      return void response.status(refusal.status).send(Buffer.from(await refusal.arrayBuffer()))
    }
    if (unreachable) {
      response.status(503).set('Retry-After', '5').type('application/problem+json')
      return void response.send(JSON.stringify(unavailable))
    }
    const lags = (await Promise.all(answers.map((answer) => answer?.json()))) as Lag[]
    const outboxes = Object.assign({}, ...lags.map((lag) => lag.outboxes))
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization' }).json({ ...lags[0], outboxes })
  }
