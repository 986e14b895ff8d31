import { z } from 'zod'
import { idOf, type Organisation, organisation, text, timestamp } from '../common/values.ts'
import { reference } from '../common/vocabulary.ts'
import { shown } from '../disclosure/marks.ts'
import { type EventContract, type EventType, event, superseded } from '../envelope.ts'
import type { Topic } from '../topology.ts'

/**
 * The events of an offer's or a need's life. `published`, `renewed`, and `organisationRenamed` of a public profile carry the whole
 * public state, so that readers need only one.
 */
export const profileEvents = <const K extends 'offer' | 'need', T extends z.ZodType, C extends z.ZodType>(
  kind: K,
  topic: Topic,
  type: T,
  content: C,
) => {
  const [a, A] = kind === 'offer' ? ['an', 'An'] : ['a', 'A']
  const profile = z.object({
    id: shown('public', idOf(kind)),
    reference: shown('public', reference),
    type: shown('public', type),
    organisation: shown('identity', organisation),
  })
  const withContent = profile.extend({ content: shown('public', content) })
  const request = shown('own', text(1000).optional().meta({ description: 'Of the owner, for whom an officer acted' }))
  const withReason = profile.extend({
    reason: shown('own', text(1000).meta({ description: 'Why, in the words of the person who did it' })),
  })
  // Exact times would reveal what was published together.
  const expiresAt = shown('public', timestamp, { exactFrom: 'own' })
  const publication = withContent.extend({
    revision: shown(
      'public',
      z.int().min(1).meta({ description: 'Counts the published contents; a renewal keeps it' }),
    ),
    publishedAt: shown('public', timestamp, { exactFrom: 'own' }),
    expiresAt,
  })
  const ofProfile = {
    topic,
    sidesOf: ({ organisation }: { organisation: Organisation }) =>
      kind === 'offer' ? { provider: organisation } : { seeker: organisation },
    sidesRead: 'own',
    history: 'sides',
  } as const
  const name = <const N extends string>(past: N) => `techbridge.${kind}.${past}.v1` as `techbridge.${K}.${N}.v1`
  return {
    drafted: event({
      type: name('drafted'),
      ...ofProfile,
      audience: 'sides',
      summary: `${A} ${kind} was drafted`,
      data: withContent.extend({ request }),
    }),
    edited: event({
      type: name('edited'),
      ...ofProfile,
      audience: 'sides',
      summary: `A draft or a revision of a published ${kind} was written`,
      data: withContent,
    }),
    submitted: event({
      type: name('submitted'),
      ...ofProfile,
      audience: 'sides',
      summary: `${A} ${kind} awaits review`,
      data: profile.extend({ request }),
    }),
    contactDataAllowed: event({
      type: name('contact-data-allowed'),
      ...ofProfile,
      audience: 'sides',
      summary: `An officer allowed what looked like contact data in ${a} ${kind}`,
      data: withReason.extend({
        pieces: shown('own', z.array(z.string()).meta({ description: 'What was found and allowed' })),
      }),
    }),
    returned: event({
      type: name('returned'),
      ...ofProfile,
      audience: 'sides',
      summary: `An officer returned ${a} ${kind} to its owner`,
      data: withReason,
    }),
    rejected: event({
      type: name('rejected'),
      ...ofProfile,
      audience: 'sides',
      summary: `An officer rejected ${a} ${kind} or its revision`,
      data: withReason,
    }),
    published: event({
      type: name('published'),
      ...ofProfile,
      audience: 'everybody',
      summary: `${A} ${kind} or its revision is public`,
      data: publication,
    }),
    renewed: event({
      type: name('renewed'),
      ...ofProfile,
      audience: 'everybody',
      summary: `${A} ${kind} stays public for longer`,
      data: publication,
    }),
    withdrawn: event({
      type: name('withdrawn'),
      ...ofProfile,
      audience: {
        among: ['everybody', 'sides'],
        which: ({ wasPublic }) => (wasPublic ? 'everybody' : 'sides'),
      },
      summary: `${A} ${kind} was withdrawn`,
      data: withReason.extend({
        wasPublic: shown('own', z.boolean().optional().meta({ description: 'Everyone could see it until then' })),
      }),
    }),
    organisationRenamed: event({
      type: name('organisation-renamed'),
      ...ofProfile,
      audience: {
        among: ['everybody', 'sides'],
        // For an anonymous profile it would coincide with those of the profiles that carry the organisation's name.
        which: (data) => (isNamed(data) ? 'everybody' : 'sides'),
      },
      summary: `The organisation of ${a} ${kind} has another name, kind or country; a public one comes with all that is public`,
      data: publication.partial({ revision: true, content: true, publishedAt: true, expiresAt: true }),
    }),
    expiryReminderSent: event({
      type: name('expiry-reminder-sent'),
      ...ofProfile,
      audience: 'sides',
      summary: `The owner was reminded that ${a} ${kind} expires soon`,
      data: profile.extend({ expiresAt }),
    }),
    expired: event({
      type: name('expired'),
      ...ofProfile,
      audience: 'everybody',
      summary: `${A} ${kind} expired`,
      data: profile,
    }),
    archived: event({
      type: name('archived'),
      ...ofProfile,
      audience: 'sides',
      summary: `An expired ${kind} was archived`,
      data: profile,
    }),
  }
}

/** Types that are in the log but no longer published. */
export const earlierProfileEvents = <D extends z.ZodType>(
  kind: 'offer' | 'need',
  { expiryReminderSent }: { expiryReminderSent: EventContract<EventType, D> },
) => ({
  expiryNoticed: superseded(
    event({
      ...expiryReminderSent,
      type: `techbridge.${kind}.expiry-noticed.v1`,
      audience: 'sides',
    }),
    expiryReminderSent,
    (data) => data,
  ),
})

const isNamed = ({ content }: { content?: unknown }) =>
  typeof content === 'object' && content !== null && 'anonymous' in content && content.anonymous === false
