import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { needEvents } from '@techbridge/contracts'
import { eventually } from '@techbridge/testkit'
import { openGated } from './gated-market.ts'
import { matchesOf, publishedPair } from './market.ts'

const { market, plant } = await openGated()
const { officer, running } = market

type Pair = Awaited<ReturnType<typeof publishedPair>>

/** What happens to a need while an offer waits for what the gate says of it, and what the gate says from then on. */
const events: Record<string, { happen(pair: Pair): Promise<unknown>; answer: 'refuse' | 'clear' }> = {
  'is revised so that the gate refuses it': {
    happen: ({ need: { id, content } }) => market.publishNeed(content, { id, revision: 2 }),
    answer: 'refuse',
  },
  'is revised so that the offer is excluded': {
    happen: ({ need: { id, content } }) => market.publishNeed({ ...content, territories: ['MN'] }, { id, revision: 2 }),
    answer: 'clear',
  },
  'comes to be of a country that the gate refuses': {
    happen: ({ need }) => {
      const organisation = { ...need.organisation, country: 'LA' as const }
      return running.publish(needEvents.organisationRenamed, { ...need, organisation }, 11)
    },
    answer: 'refuse',
  },
}

describe('while the gate is asked about an offer, a need', () => {
  for (const [how, { happen, answer }] of Object.entries(events))
    test(`${how}, and has no match`, async () => {
      plant(() => 'refuse')
      const pair = await publishedPair(market)
      const offer = { id: pair.offer.id.replace('offer_0', 'offer_f') }
      let waits = 0
      plant(async ({ need, offer: { id } }) => {
        if (need.revision > 1 || need.country === 'LA') return answer
        if (id !== offer.id || waits++ > 0) return 'clear'
        await happen(pair)
        await eventually('the change is indexed', async () => {
          const query = { need: pair.need.id, offer: pair.offer.id }
          const { body } = await officer.get('/v1/matches/assessment').query(query)
          return body.excluded !== undefined || body.gate?.outcome === 'refuse'
        })
        await setTimeout(100)
        return 'clear'
      })
      await market.publishOffer(pair.offer.content, offer)
      await running.settle()
      assert.ok(waits > 0, 'the gate was asked about what was before')
      const open = await matchesOf(market, { need: pair.need.id, status: 'proposed' })
      assert.deepEqual(open, [])
    })
})
