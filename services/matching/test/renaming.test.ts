import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchEvents, type Organisation, offerEvents } from '@techbridge/contracts'
import { actors, given, happened, organisations } from '@techbridge/testkit'
import type { MatchCommand } from '../src/domain/match-life.ts'
import { act, type Market, matchesOf, openMarket, proposedPair } from './market.ts'
import {
  approve,
  decider,
  givenMatch,
  id,
  lapse,
  matcher,
  need,
  offer,
  providerAccepts,
  refuse,
  seekerAccepts,
  tuesday,
} from './match-life.ts'

const renamed: Organisation = { ...organisations.university, name: 'Dianchi University' }
const rename: MatchCommand = { type: 'rename', kind: 'offer', organisation: renamed, at: tuesday, by: matcher }

describe('the organisation of a side', () => {
  const lives: Record<string, MatchCommand[]> = {
    proposed: [],
    approved: [approve],
    agreed: [approve, providerAccepts, seekerAccepts],
    rejected: [refuse(actors.officer, 'reject')],
    declined: [approve, refuse(actors.seeker, 'decline')],
    lapsed: [lapse],
  }
  for (const [status, life] of Object.entries(lives)) {
    test(`is renamed in a match that is ${status}, which stays as it is otherwise`, () => {
      const after = givenMatch(...life)
        .when(rename)
        .thenHappens([matchEvents.organisationRenamed, { party: 'provider', disclosed: life.includes(approve) }])
      assert.equal(after?.status, status)
      assert.deepEqual([after?.offer.organisation, after?.need], [renamed, need()])
      assert.equal(after?.accepted.length, status === 'agreed' ? 2 : 0)
    })
  }

  test('is not renamed twice, nor by the name of another one', () => {
    givenMatch(rename).when(rename).thenNothingHappens()
    givenMatch()
      .when({ ...rename, organisation: { ...renamed, id: 'someone-else' } })
      .thenNothingHappens()
  })

  test('of an anonymous offer is renamed while the other party does not see the match, and once both agreed', () => {
    const sides = { need: need(), offer: { ...offer(), anonymous: true } }
    const dueAt = '2026-12-01T09:30:00.000Z'
    const proposed = happened(matchEvents.proposed, { id, ...sides, score: 0.6, features: [], dueAt }, tuesday)
    const approved = happened(matchEvents.approved, { id, ...sides, dueAt }, tuesday)
    const accepted = (['provider', 'seeker'] as const).map((party) =>
      happened(matchEvents.accepted, { id, ...sides, party }, tuesday),
    )
    const agreed = happened(matchEvents.agreed, { id, ...sides }, tuesday)
    given(decider, proposed).when(rename).thenHappens(matchEvents.organisationRenamed)
    given(decider, proposed, approved).when(rename).thenNothingHappens()
    given(decider, proposed, approved, ...accepted, agreed)
      .when(rename)
      .thenHappens(matchEvents.organisationRenamed)
  })
})

describe('when an offer’s organisation is renamed', () => {
  const renameOf = async ({ running }: Market, data: Awaited<ReturnType<Market['publishOffer']>>) => {
    await running.publish(offerEvents.organisationRenamed, { ...data, organisation: renamed }, 11)
    await running.settle()
  }

  test('its matches show the new name, and so do those that are proposed later', async () => {
    const market = await openMarket()
    const { offer, need, match } = await proposedPair(market)
    await renameOf(market, offer)
    const { body } = await market.officer.get(`/v1/matches/${match.body.id}`).expect(200)
    assert.deepEqual(body.offer.organisation, renamed)
    assert.equal(body.status, 'proposed')

    const { id } = await market.publishNeed(need.content)
    await market.running.settle()
    const later = (await matchesOf(market, { offer: offer.id })).find((one) => one.need.id === id)
    assert.deepEqual(later.offer.organisation, renamed)
  })

  test('an approved match of the anonymous offer changes nothing that the seeker sees, and shows the name once agreed', async () => {
    const market = await openMarket()
    const { offer, match } = await proposedPair(market, { offer: { anonymous: true } })
    const path = `/v1/matches/${match.body.id}`
    await act(market.officer, match, 'approve').expect(200)
    const before = await market.seeker.get(path).expect(200)
    await renameOf(market, offer)
    const after = await market.seeker.get(path).expect(200)
    assert.deepEqual([after.headers.etag, after.body], [before.headers.etag, before.body])

    const accepted = await act(market.seeker, after, 'accept').expect(200)
    await act(market.provider, await market.provider.get(path).expect(200), 'accept').expect(200)
    assert.equal(accepted.body.offer.organisation, undefined)
    await market.running.settle()
    const { body } = await market.seeker.get(path).expect(200)
    assert.deepEqual(body.offer.organisation, renamed)
  })
})
