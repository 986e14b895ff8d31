import { plainKept } from '@techbridge/plain-text'
import type { z } from 'zod'
import { type CloudEvent, sequenceOf } from '../envelope.ts'
import { needEvents } from '../needs/events.ts'
import { offerEvents } from '../offers/events.ts'

/** The public state of a profile after an event. Of two, the one with the higher version counts. */
export type Publication =
  | { kind: 'offer'; id: string; version: number; published?: z.infer<typeof offerEvents.published.data> }
  | { kind: 'need'; id: string; version: number; published?: z.infer<typeof needEvents.published.data> }

const changingWhatIsPublic = ({
  published,
  renewed,
  organisationRenamed,
  withdrawn,
  expired,
}: typeof offerEvents | typeof needEvents) => [published, renewed, organisationRenamed, withdrawn, expired]

type Published<K extends Publication['kind']> = NonNullable<Extract<Publication, { kind: K }>['published']>

/** The events that change what is public, by kind of profile. */
export const publicationEvents = {
  offer: changingWhatIsPublic(offerEvents),
  need: changingWhatIsPublic(needEvents),
}

/**
 * `published` is absent when the profile is no longer public. `undefined`: the event does not change what is public. Texts from before
 * they were made plain at the entrance are made plain here, so that nothing built from events shows markup.
 */
export const publicationOf = (event: CloudEvent): Publication | undefined => {
  const at = { id: event.subject, version: sequenceOf(event) }
  const offer = () => ({ kind: 'offer' as const, ...at, published: plainKept(event.data as Published<'offer'>) })
  const need = () => ({ kind: 'need' as const, ...at, published: plainKept(event.data as Published<'need'>) })
  switch (event.type) {
    case offerEvents.published.type:
    case offerEvents.renewed.type:
      return offer()
    case needEvents.published.type:
    case needEvents.renewed.type:
      return need()
    case offerEvents.organisationRenamed.type:
      return isWhole(event.data) ? offer() : undefined
    case needEvents.organisationRenamed.type:
      return isWhole(event.data) ? need() : undefined
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
