import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { createConsole } from '../src/app.ts'

const organisation = { id: 'x', name: 'X', country: 'CN', kind: 'university' } as const
const pdf = Buffer.from('%PDF-1.7 \u0000\u00ff', 'latin1')

/** An API that signs in and has the terms of one case, for the token that it gave. */
const api = createServer((request, response) => {
  const answer = (status: number, type: string, body: string | Buffer) =>
    response.writeHead(status, { 'Content-Type': type }).end(body)
  if (request.url === '/v1/tokens')
    return answer(201, 'application/json', '{"access_token":"t","token_type":"Bearer","expires_in":3600}')
  if (request.headers.authorization !== 'Bearer t') return answer(401, 'application/problem+json', '{}')
  if (request.url === '/v1/cases/case_1/term-sheet/document?lang=lo') return answer(200, 'application/pdf', pdf)
  if (request.url?.includes('case_2')) return answer(409, 'application/problem+json', '{}')
  return answer(404, 'application/problem+json', '{}')
}).listen(0, '127.0.0.1')
await new Promise((resolve) => api.once('listening', resolve))
after(() => api.close().closeAllConnections())

test('the terms of a case are given as the file that the API makes in the language of the reader', async () => {
  const { port } = api.address() as AddressInfo
  const app = createConsole({ api: () => `http://127.0.0.1:${port}`, people: [{ role: 'provider', organisation }] })
  const file = (id: string, headers: Record<string, string> = {}) =>
    app.request(`/cases/${id}/term-sheet.pdf`, { headers: { 'Accept-Language': 'lo', ...headers } })
  assert.equal((await file('case_1')).status, 303, 'a stranger is sent to sign in')

  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
  const signedIn = await app.request('/sign-in', { method: 'POST', headers, body: 'person=0' })
  const Cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  const given = await file('case_1', { Cookie })
  assert.deepEqual(Buffer.from(await given.arrayBuffer()), pdf)
  assert.equal(given.headers.get('content-type'), 'application/pdf')
  assert.match(given.headers.get('content-disposition')!, /^attachment/)
  assert.equal(given.headers.get('cache-control'), 'no-store')
  assert.equal((await file('case_2', { Cookie })).status, 503)
  assert.equal((await file('case_3', { Cookie })).status, 404)
  assert.equal((await file('..%2F..%2Fmatches', { Cookie })).status, 404)
})
