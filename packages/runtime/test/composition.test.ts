import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseEvents, matchEvents, services, termSheetEvents } from '@techbridge/contracts'
import { checkComposition } from '../src/composition.ts'
import type { Reaction } from '../src/consumer.ts'

const nothing = async () => {}
const routes = Object.values(services.licensing.api).map((endpoint) => ({
  endpoint,
  handler: async () => ({ body: {} }),
}))
const reactions: Reaction[] = [matchEvents.agreed, termSheetEvents.proposed].map(({ type }) => ({
  type,
  handle: nothing,
}))
const licensing = {
  aggregates: ['case', 'termsheet', 'document'],
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
})
