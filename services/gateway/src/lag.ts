import type { RequestHandler } from 'express'

/** The response of one service; see `operationsApi.lag`. */
interface Lag {
  outboxes: Record<string, number>
}

const passedOn = ['authorization', 'x-forwarded-for', 'traceparent'] as const

/** One response with its body. Its timeout covers the body too, so the body is read at once, not after the slowest response. */
const read = async (url: string, headers: Record<string, string>, answerMs: number) => {
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(answerMs) })
  const { ok, status } = answer
  return { ok, status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
}

/**
 * Responds to `GET /v1/lag` for the whole system: each service counts its own outboxes, so all of them are queried. A refusal by one of
 * them is passed on, and so is the failure of one that cannot be reached, because its outbox may hold events.
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
    const ask = (url: string) => read(url + request.originalUrl, headers, answerMs).catch(() => undefined)
    const answers = await Promise.all(nextUrls().map(ask))
    const refusal = answers.find((answer) => answer && !answer.ok)
    if (refusal) {
      for (const name of ['content-type', 'retry-after', 'www-authenticate']) {
        const value = refusal.headers.get(name)
        if (value) response.set(name, value)
      }
      return void response.status(refusal.status).send(refusal.body)
    }
    const found = answers.filter((answer) => answer !== undefined)
    if (found.length < answers.length) {
      response.status(503).set('Retry-After', '5').type('application/problem+json')
      return void response.send(JSON.stringify(unavailable))
    }
    const lags = found.map(({ body }): Lag => JSON.parse(body.toString()))
    const outboxes = Object.assign({}, ...lags.map((lag) => lag.outboxes))
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization' }).json({ ...lags[0], outboxes })
  }
