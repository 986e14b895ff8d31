import { needEvents, needsApi, offerEvents, offersApi } from '@techbridge/contracts'
import { growers, institute, need, offer } from './content.ts'
import { type Acted, act, type Stage } from './stage.ts'

/** An offer and a need are drafted, submitted and published. */
export const publishProfiles = async (stage: Stage) => {
  const { provider, seeker, officer, feed, story, follow } = stage
  const idempotencyKey = crypto.randomUUID()

  story.step(`${institute.name} (${institute.country}) drafts an offer in Chinese and submits it`)
  const drafted = await provider.call(offersApi.create, { body: offer, idempotencyKey })
  const published: Acted = { id: drafted.body.id, etag: drafted.etag }
  follow(published.id)
  story.say(`${drafted.body.reference}  ${offer.texts.zh!.title}`)
  await act(provider, offersApi.submit, published)
  await feed.expect(offerEvents.submitted, ({ subject }) => subject === published.id)

  story.step('The officer reviews it and publishes it')
  await act(officer, offersApi.publish, published)
  await feed.expect(offerEvents.published, ({ subject }) => subject === published.id)

  story.step(`${growers.name} (${growers.country}) drafts a need in English and submits it`)
  const asked = await seeker.call(needsApi.create, { body: need, idempotencyKey })
  const wanted: Acted = { id: asked.body.id, etag: asked.etag }
  follow(wanted.id)
  story.say(`${asked.body.reference}  ${need.texts.en!.title}`)
  await act(seeker, needsApi.submit, wanted)
  await feed.expect(needEvents.submitted, ({ subject }) => subject === wanted.id)

  story.step('The officer publishes it too')
  await act(officer, needsApi.publish, wanted)
  await feed.expect(needEvents.published, ({ subject }) => subject === wanted.id)
  return { offer: published.id, need: wanted.id }
}
