import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Access, type AnyEndpoint, apis, type Problem, problem, type Role } from '@techbridge/contracts'
import { needContent, offerContent, organisations, type Running, type Who } from '@techbridge/testkit'

export interface Named {
  name: string
  endpoint: AnyEndpoint
}

/** Every endpoint of Techbridge. */
export const endpoints: Named[] = Object.entries(apis).flatMap(([context, api]) =>
  Object.entries(api).map(([name, endpoint]) => ({ name: `${context} ${name}`, endpoint })),
)
export const withJsonBody = endpoints.filter(({ endpoint }) => endpoint.body && endpoint.bodyFormat !== 'ndjson')
export const withLines = endpoints.filter(({ endpoint }) => endpoint.bodyFormat === 'ndjson')

const id = (kind: string) => `${kind}_${'0'.repeat(24)}`
const newVersion = {
  type: 'text/plain',
  bytes: 1,
  sha256: '0'.repeat(64),
  names: [{ language: 'en', name: 'Annex.txt' }],
}

const bodies: any[] = [
  offerContent(),
  needContent({ responseDeadline: '2027-03-31' }),
  { reason: 'because' },
  { language: 'th' },
  { dealType: 'option' },
  { act: 'annex', reason: 'because' },
  { to: 'negotiation', reason: 'because' },
  { number: 1, reason: 'because' },
  { office: 'CNIPA', number: 'X1', on: '2026-11-20' },
  { endsOn: '2031-12-31' },
  { kind: 'coOwner', holder: 'Lotus Institute' },
  { kind: 'yield', name: 'Yield per rai', dueOn: '2027-06-30' },
  { number: 1, text: 'because' },
  { request: 'because' },
  { code: 'other', text: 'because' },
  { names: [{ language: 'en', name: 'Dianchi University' }], country: 'CN', kind: 'university', ror: '05dxps055' },
  { title: 'Business licence', number: '12530000431200000X' },
  { domain: 'dianchi.edu.cn', reason: 'because' },
  { domain: 'dianchi.edu.cn' },
  { parent: 'red-river-institute' },
  { into: 'red-river-institute', reason: 'because' },
  { address: 'somchai@example.org', roles: ['seeker'] },
  { invitation: id('invitation') },
  { request: id('request'), roles: ['seeker'] },
  { request: id('request'), reason: 'because' },
  { member: id('member'), roles: ['seeker'] },
  { member: id('member'), reason: 'because' },
  { roles: ['seeker'], note: 'because' },
  { code: `tb_inv_${'0'.repeat(24)}_${'0'.repeat(24)}_${'A'.repeat(43)}`, address: 'somchai@example.org' },
  newVersion,
  { stage: 'annex', recipients: ['seeker'], ...newVersion },
  { role: 'provider', organisation: organisations.university, subject: 'someone' },
]

/** Whether the schema takes it and knows all of its fields. */
const fits = ({ endpoint }: Named, body: object) => {
  const { data } = endpoint.body!.safeParse(body)
  return data !== undefined && Object.keys(body).every((field) => field in data)
}

/** A body that the endpoint takes. */
export const goodBody = (named: Named): any => {
  const body = bodies.find((one) => fits(named, one)) ?? named.endpoint.body!.meta()?.example
  return structuredClone(body ?? assert.fail(`no body for ${named.name}`))
}

const roles: Role[] = ['provider', 'seeker', 'officer', 'admin']
export const allowedRoles = (access: Access): Role[] => (typeof access === 'string' ? roles : [...access])
export const forbiddenRoles = (access: Access) => roles.filter((role) => !allowedRoles(access).includes(role))

const unknownId = (path: string) => {
  const kind = /^\/v1\/(offer|need|matche?|case|document)s\//.exec(path)?.[1]?.replace('matche', 'match')
  return kind ? `${kind}_${'0'.repeat(24)}` : '999999999999'
}
export const pathOf = ({ path }: Named['endpoint'], id = unknownId(path)) =>
  path.replace('{id}', id).replace('{number}', '1').replace('{language}', 'th')

/** What a query needs at least. */
export const leastQuery = ({ endpoint }: Named) =>
  !endpoint.query || endpoint.query.safeParse({}).success
    ? ''
    : `${leastQueries.find((query) => endpoint.query.safeParse(Object.fromEntries(new URLSearchParams(query))).success) ?? assert.fail()}&`

const leastQueries = [
  `need=need_${'0'.repeat(24)}&offer=offer_${'0'.repeat(24)}`,
  'domain=dianchi.edu.cn',
  'from=1&to=2',
]

interface Sent {
  /** Who sends; `undefined`: nobody. By default someone whom the endpoint lets in. */
  who?: Who | undefined
  path?: string
  method?: string
  body?: string | Uint8Array
  headers?: Record<string, string>
}

/** Sends to an endpoint what it takes, except for what is given. */
export const sender =
  (running: Running) =>
  async (named: Named, given: Sent = {}): Promise<Response> => {
    const { endpoint } = named
    const who = 'who' in given ? given.who : allowedRoles(endpoint.access)[0]!
    const ndjson = endpoint.bodyFormat === 'ndjson'
    const octets = endpoint.bodyFormat === 'octets'
    const headers = new Headers({
      ...(who && { Authorization: `Bearer ${await running.token(who)}` }),
      ...(octets && { 'Content-Type': 'application/octet-stream' }),
      ...(endpoint.body && { 'Content-Type': ndjson ? 'application/x-ndjson' : 'application/json' }),
      ...(endpoint.requiresIfMatch && { 'If-Match': '"1"' }),
      ...given.headers,
    })
    const good = ndjson ? '{}' : JSON.stringify(endpoint.body && goodBody(named))
    return fetch(running.url + (given.path ?? pathOf(endpoint)), {
      method: given.method ?? endpoint.method.toUpperCase(),
      headers,
      body: endpoint.body || octets ? ((given.body ?? (octets ? 'x' : good)) as RequestInit['body']) : undefined,
    })
  }

/** The answer refuses in the one form that refusals have. */
export const assertRefused = async (
  answer: Response,
  status: number | readonly number[],
  what = '',
): Promise<Problem> => {
  const body = await answer.text()
  const about = `${what} ${answer.url}: ${answer.status} ${body.slice(0, 300)}`
  assert.ok([status].flat().includes(answer.status), about)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/, about)
  const given = problem.parse(JSON.parse(body))
  assert.match(given.type, /^urn:techbridge:problem:[a-z0-9-]+$/, about)
  assert.equal(given.status, answer.status, about)
  assert.ok(given.title.length > 0 && given.detail.length > 0, about)
  assert.equal(given.instance, new URL(answer.url).pathname)
  return given
}

/** Some error is about this field or something in it. */
export const assertNames = ({ errors = [] }: Problem, path: string) =>
  assert.ok(
    errors.some((error) => error.path === path || error.path.startsWith(`${path}.`)),
    `${JSON.stringify(errors)} names ${path}`,
  )

export interface Place {
  path: string
  value: unknown
  /** The whole body with something else in this place. */
  replaced(value: unknown): any
}

/** Every place in a value, from the outermost to the leaves. */
export const placesIn = (value: any, path: string[] = [], replaced: (one: unknown) => any = (one) => one): Place[] => {
  const here = { path: ['body', ...path].join('.'), value, replaced }
  if (typeof value !== 'object' || value === null) return [here]
  const inner = Object.entries(value).flatMap(([name, child]) =>
    placesIn(child, [...path, name], (one) => {
      const copy: any = Array.isArray(value) ? [...value] : { ...value }
      copy[name] = one
      return replaced(copy)
    }),
  )
  return [here, ...inner]
}

/** A request as it is given, also one that `fetch` does not make, such as a GET with a body. One chunk has a length, several have none. */
export const rawRequest = async (url: string, options: RequestOptions, chunks: readonly string[]) => {
  const headers = {
    ...options.headers,
    ...(chunks.length === 1 && { 'content-length': Buffer.byteLength(chunks[0]!) }),
  }
  const sent = request(url, { ...options, headers })
  if (chunks.length > 1) sent.setHeader('transfer-encoding', 'chunked')
  for (const chunk of chunks) sent.write(chunk)
  sent.end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, text: await text(answer) }
}
