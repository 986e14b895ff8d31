import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { NeedContent } from '@techbridge/contracts'
import { eventually } from '@techbridge/testkit'
import { openGated } from './gated-market.ts'
import { matchesOf, publishedPair } from './market.ts'

const { market, plant } = await openGated()
const { officer, running } = market

/** How the second revision of a need comes not to fit, while an offer waits for what the gate says of the first. */
const revisions: Record<string, { changes: Partial<NeedContent>; answer: 'refuse' | 'clear' }> = {
  'the gate refuses it': { changes: {}, answer: 'refuse' },
  'it excludes the offer': { changes: { territories: ['MN'] }, answer: 'clear' },
}

describe('a need that is revised while the gate is asked about an offer', () => {
  for (const [how, { changes, answer }] of Object.entries(revisions))
    test(`leaves no match when ${how}`, async () => {
      plant(() => 'refuse')
      const pair = await publishedPair(market)
      const offer = { id: pair.offer.id.replace('offer_0', 'offer_f') }
      let waits = 0
      plant(async ({ need, offer: { id } }) => {
        if (need.revision > 1) return answer
        if (id !== offer.id || waits++ > 0) return 'clear'
        await market.publishNeed({ ...pair.need.content, ...changes }, { id: pair.need.id, revision: 2 })
        await eventually('the revision is indexed', async () => {
          const query = { need: pair.need.id, offer: pair.offer.id }
          const { body } = await officer.get('/v1/matches/assessment').query(query)
          return body.excluded !== undefined || body.gate?.outcome === 'refuse'
        })
        await setTimeout(100)
        return 'clear'
      })
      await market.publishOffer(pair.offer.content, offer)
      await running.settle()
      assert.ok(waits > 0, 'the gate was asked about the first revision')
      const open = await matchesOf(market, { need: pair.need.id, status: 'proposed' })
      assert.deepEqual(open, [])
    })
})
