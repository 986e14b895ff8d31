import { type CloudEvent, needEvents, offerEvents } from '@techbridge/contracts'
import type { TextIndex } from '@techbridge/index'
import { on, type Reaction } from '@techbridge/kit'
import { documentOf } from '../domain/listing.ts'

/** What search does when something happens to an offer or a need: keep the index as what is published. */
export const reactions = (index: TextIndex): Reaction[] => {
  const apply = async (event: CloudEvent) => {
    const document = documentOf(event)
    if (document) await index.put([document])
  }
  return [
    on(offerEvents.published, apply),
    on(offerEvents.renewed, apply),
    on(offerEvents.withdrawn, apply),
    on(offerEvents.expired, apply),
    on(needEvents.published, apply),
    on(needEvents.renewed, apply),
    on(needEvents.withdrawn, apply),
    on(needEvents.expired, apply),
  ]
}
