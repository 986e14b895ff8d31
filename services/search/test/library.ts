import { after } from 'node:test'
import { type NeedContent, needEvents, type OfferContent, type Organisation, offerEvents } from '@techbridge/contracts'
import { addDays } from '@techbridge/domain'
import { needContent, type Options, offerContent, organisations, startService } from '@techbridge/testkit'
import { createSearch } from '../src/service.ts'

let count = 0
const digits = () => String(++count).padStart(24, '0')

/** The search service, and means to publish as the other services would. */
export const openLibrary = async (options: Options = {}) => {
  const running = await startService({ search: createSearch }, options)
  after(running.close)

  const dates = () => {
    running.clock.advance({ days: 1 })
    const publishedAt = running.clock.now().toISOString()
    return { publishedAt, expiresAt: addDays(publishedAt, 365) }
  }
  const offerOf = (
    content: OfferContent = offerContent(),
    { organisation = organisations.university as Organisation, id = `offer_${digits()}`, revision = 1 } = {},
  ) => ({
    id,
    reference: `TO${organisation.country}20261124001`,
    type: content.type,
    organisation,
    revision,
    content,
    ...dates(),
  })
  const needOf = (
    content: NeedContent = needContent(),
    { organisation = organisations.cooperative as Organisation, id = `need_${digits()}`, revision = 1 } = {},
  ) => ({
    id,
    reference: `TR${organisation.country}20261124001`,
    type: content.type,
    organisation,
    revision,
    content,
    ...dates(),
  })

  return {
    running,
    offerOf,
    needOf,
    publishOffer: async (...given: Parameters<typeof offerOf>) => {
      const data = offerOf(...given)
      await running.publish(offerEvents.published, data, data.revision * 10)
      return data
    },
    publishNeed: async (...given: Parameters<typeof needOf>) => {
      const data = needOf(...given)
      await running.publish(needEvents.published, data, data.revision * 10)
      return data
    },
  }
}

type Agent = Awaited<ReturnType<typeof openLibrary>>['running']['anonymous']

/** The answer to a search; values of one name several times are alternatives. */
export const search = async (who: Agent, query: Record<string, string | string[] | number> = {}) => {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]))
  const { body } = await who.get(`/v1/search?${new URLSearchParams(pairs)}`).expect(200)
  return body
}

export const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)
