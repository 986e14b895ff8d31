import { type CloudEvent, needEvents, offerEvents } from '@techbridge/contracts'
import type { IndexDocument, TextIndex } from '@techbridge/index'
import { pace, type Reaction } from '@techbridge/kit'
import { documentOf } from '../domain/listing.ts'

/** What search does when something happens to offers or needs: keep the index as what is published. */
export const keepListings = async (index: TextIndex, events: readonly CloudEvent[]): Promise<void> => {
  const documents: IndexDocument[] = []
  for (const event of events) {
    await pace()
    const document = documentOf(event)
    if (document) documents.push(document)
  }
  if (documents.length > 0) await index.put(documents)
}

const kept = [offerEvents, needEvents].flatMap(({ published, renewed, organisationRenamed, withdrawn, expired }) => [
  published,
  renewed,
  organisationRenamed,
  withdrawn,
  expired,
])

export const reactions = (index: TextIndex): Reaction[] =>
  kept.map(({ type }) => ({ type, handle: (event) => keepListings(index, [event]) }))
