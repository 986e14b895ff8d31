import { subscribe } from 'node:diagnostics_channel'

interface Request {
  origin: string
  method: string
  path: string
}
interface Response {
  statusCode: number
  headers: Buffer[]
}

/** Keeps what `fetch` of this process is answered by one origin. */
export const watchAnswers = (origin: string) => {
  const counts = new Map<string, number>()
  const wrong: string[] = []
  const take = ({ method, path }: Request, answer: string, isRight: boolean) => {
    counts.set(answer, (counts.get(answer) ?? 0) + 1)
    if (!isRight) wrong.push(`${method} ${path}: ${answer}`)
  }

  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as { request: Request; response: Response }
    if (request.origin !== origin) return
    const { statusCode, headers } = response
    const says = (name: string) =>
      headers.some((header, place) => place % 2 === 0 && `${header}`.toLowerCase() === name)
    // A record that changed meanwhile (412) is no trouble of the network.
    const isRight = statusCode === 503 ? says('retry-after') : statusCode < 300 || statusCode === 412
    take(request, isRight ? `${statusCode}` : `${statusCode} with ${headers.join(' ')}`, isRight)
  })
  subscribe('undici:request:error', (message) => {
    const { request, error } = message as { request: Request; error: Error }
    if (request.origin === origin) take(request, `${error}`, false)
  })

  return {
    wrong: (): readonly string[] => wrong,
    counts: () => [...counts].map(([answer, count]) => `${count} × ${answer}`).join(', '),
  }
}
