import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gateAnswer, render } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import fc from 'fast-check'
import { answerOf, inQuestion, type PairInQuestion, type ProposalGate } from '../src/domain/gate.ts'
import { anyNeed, anyOffer } from './pairs.ts'

interface Adapter {
  gate: ProposalGate
  /** Of those whose rules can be away. */
  outage?: { begin(): void; end(): void }
}

const anyPair = fc
  .record({ need: anyNeed, offer: anyOffer })
  .map(({ need, offer }): PairInQuestion => inQuestion(need, offer))
const anyPairs = fc.array(anyPair, { maxLength: 6 })

/** What every adapter of the gate before a proposal guarantees. */
export const gateConformance = (name: string, open: () => Adapter) =>
  describe(`the gate ${name}`, () => {
    test('finds something for each pair, in their order, whatever is asked with it', () =>
      fc.assert(
        fc.asyncProperty(anyPairs, async (pairs) => {
          const { gate } = open()
          const together = await gate.assess(pairs)
          assert.equal(together.length, pairs.length)
          for (const [place, pair] of pairs.entries()) assert.deepEqual(await gate.assess([pair]), [together[place]])
        }),
        { numRuns: 30 },
      ))

    test('finds what the contract allows, and says why where it is not clear', () =>
      fc.assert(
        fc.asyncProperty(anyPair, async (pair) => {
          const [finding] = await open().gate.assess([pair])
          assert.ok(finding)
          gateAnswer.parse(answerOf(finding, 'propose'))
          assert.ok(finding.outcome === 'clear' || finding.reasons.length > 0)
          for (const reason of finding.reasons) assert.ok(render(reason).length > 0)
        }),
        { numRuns: 30 },
      ))

    test('changes nothing of what it is asked', () =>
      fc.assert(
        fc.asyncProperty(anyPairs, async (pairs) => {
          const before = structuredClone(pairs)
          await open().gate.assess(pairs)
          assert.deepEqual(pairs, before)
        }),
        { numRuns: 10 },
      ))

    const { outage } = open()
    test('finds nothing while its rules are away, and goes on afterwards', { skip: !outage && 'needs nothing' }, () =>
      fc.assert(
        fc.asyncProperty(anyPair, async (pair) => {
          const { gate, outage } = open()
          const before = await gate.assess([pair])
          outage?.begin()
          await assert.rejects(gate.assess([pair]), Unavailable)
          outage?.end()
          assert.deepEqual(await gate.assess([pair]), before)
        }),
        { numRuns: 5 },
      ),
    )
  })
