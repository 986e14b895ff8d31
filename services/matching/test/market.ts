import { after } from 'node:test'
import { type NeedContent, needEvents, type OfferContent, type Organisation, offerEvents } from '@techbridge/contracts'
import { addDays } from '@techbridge/domain'
import type { CreateService } from '@techbridge/process'
import { needContent, offerContent, organisations, startService, unrelatedOffers } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'

const digits = (count: number) => String(count).padStart(24, '0')

/** The matching service among offers of other fields, and means to publish more as the other services would. */
export const openMarket = async ({ empty = false, create = createMatching as CreateService } = {}) => {
  const running = await startService({ matching: create })
  after(running.close)
  const { clock } = running
  let count = 0

  const dates = () => {
    const publishedAt = clock.now().toISOString()
    return { publishedAt, expiresAt: addDays(publishedAt, 365) }
  }

  const publishOffer = async (
    content: OfferContent = offerContent(),
    { organisation = organisations.university as Organisation, id = `offer_${digits(++count)}`, revision = 1 } = {},
  ) => {
    const data = { id, reference: 'TOCN20261124001', type: content.type, organisation, revision, content, ...dates() }
    await running.publish(offerEvents.published, data, revision * 10)
    return data
  }

  const publishNeed = async (
    content: NeedContent = needContent(),
    { organisation = organisations.cooperative as Organisation, id = `need_${digits(++count)}`, revision = 1 } = {},
  ) => {
    const data = { id, reference: 'TRVN20261124001', type: content.type, organisation, revision, content, ...dates() }
    await running.publish(needEvents.published, data, revision * 10)
    return data
  }

  for (const content of empty ? [] : unrelatedOffers())
    await publishOffer(content, { organisation: organisations.institute })
  await running.settle()
  return {
    running,
    publishOffer,
    publishNeed,
    provider: await running.as('provider'),
    otherProvider: await running.as('otherProvider'),
    seeker: await running.as('seeker'),
    otherSeeker: await running.as('otherSeeker'),
    officer: await running.as('officer'),
    admin: await running.as('admin'),
  }
}

export type Market = Awaited<ReturnType<typeof openMarket>>
type Agent = Market['officer']
export type Answer = Awaited<ReturnType<Agent['get']>>

/** The matches that an officer sees of a need or an offer. */
export const matchesOf = async ({ officer }: Market, filter: { need?: string; offer?: string; status?: string }) => {
  const { body } = await officer
    .get('/v1/matches')
    .query({ limit: 100, ...filter })
    .expect(200)
  return body.items as any[]
}

export const act = (who: Agent, { body, headers }: Answer, action: string, given?: object) => {
  const request = who.post(`/v1/matches/${body.id}/${action}`).set('If-Match', headers.etag!)
  return given ? request.send(given) : request
}

type OfferOverrides = Parameters<typeof offerContent>[0]
type NeedOverrides = Parameters<typeof needContent>[0]

const syllables = ['bra', 'dok', 'fen', 'gil', 'hom', 'jat', 'kul', 'mev', 'nor', 'pib', 'rus', 'tav']
let pairs = 0

/** Texts of words that no other pair has, so that they are rare however many pairs there are. */
const ownSubject = () => {
  const pair = syllables[pairs % 12]! + syllables[Math.floor(pairs++ / 12) % 12]!
  const words = syllables.map((syllable, place) => `${pair}${syllable}${syllables[(place + 5) % 12]}`)
  const text = {
    title: words.slice(0, 4).join(' '),
    summary: words.join(' '),
    description: `Details: ${words.join(' ')}`,
  }
  return { texts: { en: text }, keywords: {} }
}

interface Overrides {
  offer?: OfferOverrides
  need?: NeedOverrides
}

/** A pair whose texts match, and how either is revised. */
export const publishedPair = async (market: Market, { offer = {}, need = {} }: Overrides = {}) => {
  const subject = ownSubject()
  const publishedOffer = await market.publishOffer(offerContent({ ...subject, ...offer }))
  const publishedNeed = await market.publishNeed(needContent({ ...subject, ...need }))
  await market.running.settle()
  return {
    offer: publishedOffer,
    need: publishedNeed,
    reviseOffer: async (overrides: OfferOverrides) => {
      const { id, revision } = publishedOffer
      await market.publishOffer(offerContent({ ...subject, ...offer, ...overrides }), { id, revision: revision + 1 })
      await market.running.settle()
    },
    reviseNeed: async (overrides: NeedOverrides) => {
      const { id, revision } = publishedNeed
      await market.publishNeed(needContent({ ...subject, ...need, ...overrides }), { id, revision: revision + 1 })
      await market.running.settle()
    },
  }
}

/** A pair that matches, as the officer reads it, and how either is revised. */
export const proposedPair = async (market: Market, overrides: Overrides = {}) => {
  const pair = await publishedPair(market, overrides)
  const [found] = await matchesOf(market, { offer: pair.offer.id, need: pair.need.id })
  if (!found) throw new Error('the pair was not proposed')
  const match: Answer = await market.officer.get(`/v1/matches/${found.id}`).expect(200)
  return { ...pair, match }
}
