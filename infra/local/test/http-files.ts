import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

interface HttpRequest {
  line: number
  title: string
  name?: string
  /** What its comment promises. */
  status: number
  method: string
  url: string
  headers: [name: string, value: string][]
  body?: string
}

/** The part of the `.http` format of the REST Client for VS Code that docs/http uses: `###`, `# @name`, `@variable = value`, `{{…}}`. */
const parseHttpFile = (text: string): { variables: Map<string, string>; requests: HttpRequest[] } => {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, place) => (line.startsWith('###') ? [place] : []))
  const variables = new Map<string, string>()
  for (const line of lines.slice(0, starts[0])) {
    const [, name, value] = /^@(\w+) = (.+)$/.exec(line) ?? []
    if (name && value) variables.set(name, value)
    else assert.match(line, /^(#.*)?$/, `${line} is neither a variable nor a comment`)
  }
  const requests = starts.map((start, place) => parseRequest(lines.slice(start, starts[place + 1]), start + 1))
  return { variables, requests }
}

const parseRequest = ([heading = '', ...lines]: string[], line: number): HttpRequest => {
  const first = lines.findIndex((one) => !one.startsWith('#'))
  const comments = lines.slice(0, first).join('\n')
  const [, method = '', url = ''] = /^(GET|POST|PUT) (\S+)$/.exec(lines[first] ?? '') ?? []
  const status = Number(/^# Status: (\d{3})$/m.exec(comments)?.[1])
  assert.ok(method && status, `line ${line}: a request needs "# Status: NNN" and "METHOD URL"`)
  const blank = lines.indexOf('', first)
  const headers = lines.slice(first + 1, blank).map((header): [string, string] => {
    const [, name = '', value = ''] = /^([\w-]+): (.+)$/.exec(header) ?? []
    assert.ok(name, `line ${line}: ${header} is no header`)
    return [name, value]
  })
  const body = lines.slice(blank).join('\n').trim()
  const name = /^# @name (\w+)$/m.exec(comments)?.[1]
  return {
    line,
    title: heading.slice(3).trim(),
    status,
    method,
    url,
    headers,
    ...(name && { name }),
    ...(body && { body }),
  }
}

const reference = /\{\{(\w+)\.response\.body\.\$\.([\w.[\]]+)\}\}/g
const textsOf = ({ url, headers, body = '' }: HttpRequest) =>
  [url, ...headers.map(([, value]) => value), body].join('\n')

/** `items[0].id` of a document. */
const at = (document: unknown, path: string): unknown =>
  path.split(/[.[\]]+/).reduce<unknown>((value, key) => {
    if (key === '') return value
    return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
  }, document)

const patienceMs = 30_000

/**
 * Sends the requests in order and checks each status. As a reader would, it sends a GET again while it has not been answered as promised,
 * or lacks what a later request takes from it: matches and cases follow events.
 */
export const runHttpFile = async (text: string, host: string): Promise<HttpRequest[]> => {
  const { variables, requests } = parseHttpFile(text)
  variables.set('host', host)
  const bodies = new Map<string, unknown>()

  const filled = (template: string, line: number) =>
    template
      .replace(reference, (_, name: string, path: string) => {
        const value = at(bodies.get(name), path)
        assert.ok(['string', 'number'].includes(typeof value), `line ${line}: ${name} was not answered with ${path}`)
        return String(value)
      })
      .replaceAll('{{$guid}}', () => randomUUID())
      .replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const value = variables.get(name)
        assert.ok(value !== undefined, `line ${line}: there is no variable ${name}`)
        return value
      })

  const send = async ({ line, method, url, headers, body }: HttpRequest) => {
    const response = await fetch(filled(url, line), {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, filled(value, line)]),
      body: body === undefined ? null : filled(body, line),
    })
    return { status: response.status, text: await response.text() }
  }

  for (const [place, request] of requests.entries()) {
    const taken = requests
      .slice(place + 1)
      .flatMap((later) => [...textsOf(later).matchAll(reference)])
      .filter(([, name]) => name === request.name)
      .map(([, , path = '']) => path)
    for (const until = performance.now() + patienceMs; ; await pause(50)) {
      const answer = await send(request)
      const document: unknown = answer.text.startsWith('{') ? JSON.parse(answer.text) : undefined
      const missing = taken.filter((path) => at(document, path) === undefined)
      if (answer.status === request.status && missing.length === 0) {
        if (request.name) bodies.set(request.name, document)
        break
      }
      if (request.method === 'GET' && performance.now() < until) continue
      assert.fail(
        `line ${request.line}, ${request.title}: ${answer.status} instead of ${request.status}${missing.map((path) => `, without ${path}`)}\n${answer.text}`,
      )
    }
  }
  return requests
}
