import { z } from 'zod'
import { idOf, organisation, text, timestamp } from '../common/values.ts'
import { reference } from '../common/vocabulary.ts'
import { type EventContract, type EventType, event, superseded } from '../envelope.ts'
import type { Topic } from '../topology.ts'

/**
 * The events of an offer's or a need's life. `published`, `renewed`, and `organisationRenamed` of a public profile carry the whole
 * public state, so that one suffices.
 */
export const profileEvents = <const K extends 'offer' | 'need', T extends z.ZodType, C extends z.ZodType>(
  kind: K,
  topic: Topic,
  type: T,
  content: C,
) => {
  const [a, A] = kind === 'offer' ? ['an', 'An'] : ['a', 'A']
  const profile = z.object({ id: idOf(kind), reference, type, organisation })
  const request = text(1000).optional().meta({ description: 'Of the owner, for whom an officer acted' })
  const withReason = profile.extend({ reason: text(1000).meta({ description: 'Why, in the words of who did it' }) })
  const publication = profile.extend({
    revision: z.int().min(1).meta({ description: 'Counts the published contents; a renewal keeps it' }),
    content,
    publishedAt: timestamp,
    expiresAt: timestamp,
  })
  const name = <const N extends string>(past: N) => `techbridge.${kind}.${past}.v1` as `techbridge.${K}.${N}.v1`
  return {
    drafted: event({
      type: name('drafted'),
      topic,
      summary: `${A} ${kind} was drafted`,
      data: profile.extend({ content, request }),
    }),
    edited: event({
      type: name('edited'),
      topic,
      summary: `A draft or a revision of a published ${kind} was written`,
      data: profile.extend({ content }),
    }),
    submitted: event({
      type: name('submitted'),
      topic,
      summary: `${A} ${kind} awaits review`,
      data: profile.extend({ request }),
    }),
    contactDataAllowed: event({
      type: name('contact-data-allowed'),
      topic,
      summary: `An officer let pass what looked like contact data in ${a} ${kind}`,
      data: withReason.extend({ pieces: z.array(z.string()).meta({ description: 'What was found and let pass' }) }),
    }),
    returned: event({
      type: name('returned'),
      topic,
      summary: `An officer returned ${a} ${kind} to its owner`,
      data: withReason,
    }),
    rejected: event({
      type: name('rejected'),
      topic,
      summary: `An officer rejected ${a} ${kind} or its revision`,
      data: withReason,
    }),
    published: event({
      type: name('published'),
      topic,
      summary: `${A} ${kind} or its revision is public`,
      data: publication,
    }),
    renewed: event({
      type: name('renewed'),
      topic,
      summary: `${A} ${kind} stays public for longer`,
      data: publication,
    }),
    withdrawn: event({
      type: name('withdrawn'),
      topic,
      summary: `${A} ${kind} was withdrawn`,
      data: withReason.extend({
        wasPublic: z.boolean().optional().meta({ description: 'Everyone could see it until then' }),
      }),
    }),
    organisationRenamed: event({
      type: name('organisation-renamed'),
      topic,
      summary: `The organisation of ${a} ${kind} has another name, kind or country; a public one comes with all that is public`,
      data: publication.partial({ revision: true, content: true, publishedAt: true, expiresAt: true }),
    }),
    expiryReminderSent: event({
      type: name('expiry-reminder-sent'),
      topic,
      summary: `The owner was reminded that ${a} ${kind} expires soon`,
      data: profile.extend({ expiresAt: timestamp }),
    }),
    expired: event({ type: name('expired'), topic, summary: `${A} ${kind} expired`, data: profile }),
    archived: event({ type: name('archived'), topic, summary: `An expired ${kind} was archived`, data: profile }),
  }
}

/** Types that are in the log and are published no more. */
export const earlierProfileEvents = <D extends z.ZodType>(
  kind: 'offer' | 'need',
  { expiryReminderSent }: { expiryReminderSent: EventContract<EventType, D> },
) => ({
  expiryNoticed: superseded(
    event({
      type: `techbridge.${kind}.expiry-noticed.v1`,
      topic: expiryReminderSent.topic,
      summary: expiryReminderSent.summary,
      data: expiryReminderSent.data,
    }),
    expiryReminderSent,
    (data) => data,
  ),
})
