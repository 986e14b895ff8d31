import type { z } from 'zod'
import { type CloudEvent, sequenceOf } from '../envelope.ts'
import { needEvents } from '../needs/events.ts'
import { offerEvents } from '../offers/events.ts'

/** How a profile stands in public from an event on. Of two, the one of the higher version counts. */
export type Publication =
  | { kind: 'offer'; id: string; version: number; published?: z.infer<typeof offerEvents.published.data> }
  | { kind: 'need'; id: string; version: number; published?: z.infer<typeof needEvents.published.data> }

/** `published` is absent when the profile is public no more. `undefined`: the event changes nothing of what is public. */
export const publicationOf = (event: CloudEvent): Publication | undefined => {
  const at = { id: event.subject, version: sequenceOf(event) }
  switch (event.type) {
    case offerEvents.published.type:
    case offerEvents.renewed.type:
      return { kind: 'offer', ...at, published: event.data as z.infer<typeof offerEvents.published.data> }
    case needEvents.published.type:
    case needEvents.renewed.type:
      return { kind: 'need', ...at, published: event.data as z.infer<typeof needEvents.published.data> }
    case offerEvents.organisationRenamed.type:
      return isWhole(event.data)
        ? { kind: 'offer', ...at, published: event.data as z.infer<typeof offerEvents.published.data> }
        : undefined
    case needEvents.organisationRenamed.type:
      return isWhole(event.data)
        ? { kind: 'need', ...at, published: event.data as z.infer<typeof needEvents.published.data> }
        : undefined
    case offerEvents.withdrawn.type:
    case offerEvents.expired.type:
      return { kind: 'offer', ...at }
    case needEvents.withdrawn.type:
    case needEvents.expired.type:
      return { kind: 'need', ...at }
    default:
      return undefined
  }
}

/** A profile that is not public is renamed without its content. */
const isWhole = (data: unknown) => (data as { content?: unknown }).content !== undefined
