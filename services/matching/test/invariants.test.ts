import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchEvents, matchStatus } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { actors, stateAfter } from '@techbridge/testkit'
import fc from 'fast-check'
import { isHeld } from '../src/domain/gate.ts'
import type { Match } from '../src/domain/match.ts'
import type { MatchCommand } from '../src/domain/match-life.ts'
import { decider, gate, matcher, need, offer, proposed, tuesday } from './match-life.ts'

const contracts = new Map<string, (typeof matchEvents)[keyof typeof matchEvents]>(
  Object.values(matchEvents).map((contract) => [contract.type, contract]),
)

const step = fc.record({
  type: fc.constantFrom('propose', 'rescore', 'approve', 'reject', 'release', 'accept', 'decline', 'lapse', 'deadline'),
  by: fc.constantFrom(matcher, actors.officer, actors.provider, actors.seeker, actors.otherProvider),
  days: fc.constantFrom(0, 1, 3, 9),
  outcome: fc.constantFrom('clear' as const, 'notAssessed' as const, 'hold' as const),
  revisions: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
})

test('no sequence of commands breaks a match', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let match = stateAfter(decider, [proposed]) as Match
      let now = Date.parse(tuesday)
      for (const { type, by, days, outcome, revisions } of steps) {
        now += days * 86_400_000
        const more = { id: match.id, score: 0.5, features: [], refusal: { code: 'price' }, reason: 'Checked.' }
        const found = { cause: 'noLongerFits', gate: gate(outcome) }
        const sides = { need: need(revisions[0]), offer: offer(revisions[1]) }
        const command = {
          type,
          by,
          at: new Date(now).toISOString(),
          ...more,
          ...found,
          ...sides,
        } as unknown as MatchCommand
        const before = structuredClone(match)
        let events: ReturnType<typeof decider.decide> = []
        try {
          events = decider.decide(match, command)
        } catch (error) {
          assert.ok(error instanceof DomainError, String(error))
        }
        assert.deepEqual(match, before, 'deciding changes nothing')

        for (const event of events) {
          contracts.get(event.type)!.data.parse(event.data)
          match = decider.evolve(match, event, command.at)
        }
        check(before, match)
      }
    }),
    { numRuns: 300 },
  )
})

const check = (before: Match, after: Match) => {
  matchStatus.parse(after.status)
  assert.equal(new Set(after.accepted).size, after.accepted.length, 'each party accepts once')
  assert.equal(after.status === 'agreed', after.accepted.length === 2, 'agreed means that both accepted')
  assert.ok(after.accepted.length === 0 || after.disclosed, 'nobody accepts what was not approved')
  assert.ok(after.status !== 'proposed' || !after.disclosed, 'the parties do not know of a proposal')
  assert.ok(
    !isHeld(before) || before.status === after.status || after.status !== 'approved',
    'what is held is not approved',
  )
  assert.ok(!isHeld(before) || after.accepted.length <= before.accepted.length, 'nobody accepts what is held')
  assert.ok(before.status !== 'agreed' || after.status === 'agreed', 'an agreement stays')
  assert.ok(after.need.revision >= before.need.revision && after.offer.revision >= before.offer.revision)
}
