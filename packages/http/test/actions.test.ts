import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionsOn, endpoint } from '@techbridge/contracts'
import { z } from 'zod'
import { actionsOf } from '../src/actions.ts'
import { implement } from '../src/route.ts'

async function* nothing(): AsyncGenerator<Uint8Array> {}

const params = z.object({ id: z.string() })
const response = z.object({ given: z.unknown() })
const action = actionsOn({ tag: 'things', actions: z.enum(['polish', 'pass-on', 'melt']), params, response })
const api = {
  get: endpoint({ method: 'get', path: '/v1/things/{id}', tag: 'things', summary: 'Read', access: 'anyone', response }),
  history: endpoint({
    method: 'get',
    path: '/v1/things/{id}/history',
    tag: 'things',
    summary: 'History',
    access: 'anyone',
    response,
  }),
  polish: endpoint(action('polish', 'Polish', ['officer'])),
  passOn: endpoint({ ...action('pass-on', 'Pass on', ['officer']), body: z.object({ to: z.string() }) }),
  melt: endpoint({ ...action('melt', 'Melt', ['officer']), body: z.object({ reason: z.string() }) }),
}

type Given = { type: 'polish' } | { type: 'pass-on'; to: string } | { type: 'melt'; refusal: { reason: string } }

test('an action whose name and body make a command needs no handler of its own', async () => {
  const act = async (_request: object, given: Given) => ({ body: { given } })
  const routes = implement(api, {
    get: async () => ({ body: { given: 'read' } }),
    history: async () => ({ body: { given: 'history' } }),
    ...actionsOf(api, act),
    melt: (request) => act(request, { type: 'melt', refusal: request.body }),
  })
  const request = {
    params: { id: '1' },
    query: {},
    body: { to: 'B', reason: 'old' },
    lines: [],
    languages: [],
    content: nothing(),
    contentSha256: undefined,
    caller: undefined,
    options: {},
    lastEventId: undefined,
    issued: 0,
    expires: undefined,
    isRevoked: undefined,
  }
  const given = routes.map(async ({ handler }) => {
    const done = await handler(request)
    return typeof done === 'function' ? undefined : done.body.given
  })
  const polished = { type: 'polish', to: 'B', reason: 'old' }
  assert.deepEqual(await Promise.all(given), [
    'read',
    'history',
    polished,
    { type: 'pass-on', to: 'B', reason: 'old' },
    { type: 'melt', refusal: { to: 'B', reason: 'old' } },
  ])
})
