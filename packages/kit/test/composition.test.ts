import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { caseEvents, casesApi, matchEvents } from '@techbridge/contracts'
import { type CreateService, composeProcess, readConfig } from '@techbridge/kit'
import { pino } from 'pino'
import { checkComposition } from '../src/composition.ts'
import type { Reaction } from '../src/consumer.ts'

const nothing = async () => {}
const routes = Object.values(casesApi).map((endpoint) => ({ endpoint, handler: async () => ({ body: {} }) }))
const reactions: Reaction[] = [{ type: matchEvents.agreed.type, handle: nothing }]
const licensing = {
  aggregates: ['case'],
  consumers: [{ group: 'licensing' as const, reactions }],
  routes,
}

describe('a service', () => {
  it('may be what its row in the manifest says, or have none', () => {
    checkComposition('licensing', licensing)
    checkComposition('of a test', { aggregates: ['counter'], consumers: [], routes: [] })
  })

  const others: [what: string, changed: Partial<typeof licensing>, message: RegExp][] = [
    ['lacks an aggregate', { aggregates: [] }, /keeps aggregates, but not case/],
    ['has an aggregate too many', { aggregates: ['case', 'royalty'] }, /royalty among them/],
    ['lacks a group', { consumers: [] }, /joins groups, but not licensing/],
    [
      'reacts to nothing on a topic that its group reads',
      { consumers: [{ group: 'licensing', reactions: [] }] },
      /in the group licensing to topics, but not techbridge\.matches/,
    ],
    [
      'reacts to a topic that its group does not read',
      {
        consumers: [
          { group: 'licensing', reactions: [...reactions, { type: caseEvents.opened.type, handle: nothing }] },
        ],
      },
      /in the group licensing to topics, techbridge\.cases among them/,
    ],
    ['lacks an endpoint', { routes: routes.slice(1) }, /serves, but not GET \/v1\/cases,/],
  ]
  for (const [what, changed, message] of others)
    it(`is refused when it ${what}`, () =>
      assert.throws(() => checkComposition('licensing', { ...licensing, ...changed }), message))

  it('gets no engine that its row does not name', async (t) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'composition-'))
    t.after(() => rm(dataDir, { recursive: true }))
    const config = readConfig({ AUTH_DEV: '1', DATA_DIR: dataDir })
    const search: CreateService = async ({ store }) => {
      await store.ping()
      throw new Error('had a store')
    }
    const composed = composeProcess({ config, services: { search }, log: pino({ level: 'silent' }) })
    await assert.rejects(composed, /search uses mongodb, which its row/)
  })
})
