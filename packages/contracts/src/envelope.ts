import { z } from 'zod'
import type { Organisation } from './common/values.ts'
import type { DisclosureStage } from './disclosure/marks.ts'
import type { Party } from './matching/vocabulary.ts'
import type { Topic } from './topology.ts'

export type EventType = `techbridge.${string}.v${number}`

/**
 * CloudEvents 1.0 in JSON, with the extensions `traceparent` (distributed tracing) and `sequence`.
 * `subject` is the aggregate's id and the partition key; `sequence` is the place of the event in the aggregate's
 * history, ten digits, so that it sorts as text; `id` is made of both, so a republished event keeps its id.
 */
const attributes = {
  specversion: z.literal('1.0').meta({ description: 'Version of CloudEvents' }),
  id: z.string().min(1).max(200).meta({ description: 'The same whenever the event is delivered again' }),
  source: z.string().min(1).max(200).meta({ description: 'The service that published it' }),
  subject: z.string().min(1).max(100).meta({ description: 'Id of the record that it is about' }),
  time: z.iso.datetime().meta({ description: 'When it happened, UTC' }),
  datacontenttype: z.literal('application/json').meta({ description: 'Form of the data' }),
  dataschema: z.string().min(1).max(300).meta({ description: 'Name of the schema of the data' }),
  traceparent: z
    .string()
    .regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    .optional()
    .meta({ description: 'W3C traceparent of the request that caused it' }),
  sequence: z
    .string()
    .regex(/^\d{10}$/)
    .meta({ description: 'Place of the event in the history of the record, ten digits' }),
}

export const cloudEvent = z.object({
  ...attributes,
  type: z.string().min(1).max(200).meta({ description: 'What happened' }),
  data: z.unknown().meta({ description: 'By the schema of the type' }),
})
export type CloudEvent<T extends string = string, D = unknown> = Omit<z.infer<typeof cloudEvent>, 'type' | 'data'> & {
  type: T
  data: D
}

/**
 * Who receives an event. `everybody`: all who are signed in. `sides`: the owner of a profile, or the parties of a match and its case.
 * Officers receive everything except what is for `nobody`.
 */
export type Audience = 'nobody' | 'officers' | 'sides' | 'everybody'

/** What the events of one kind of record have in common. */
interface Family<D> {
  topic: Topic
  /** Whose record it is. */
  sidesOf(data: D): Partial<Record<Party, Pick<Organisation, 'id'>>>
  /** The stage up to which a side reads what belongs to the other. */
  sidesRead: DisclosureStage
  /** Who may know the whole history of the record. For others, no event reveals how many preceded it. */
  history: Audience
}

export interface EventContract<T extends EventType = EventType, D extends z.ZodType = z.ZodType>
  extends Family<z.infer<D>> {
  type: T
  summary: string
  data: D
  /** Every possible audience, and the one of an event. */
  audiences: readonly Audience[]
  audienceOf(data: z.infer<D>): Audience
  envelope: z.ZodType<CloudEvent<T, z.infer<D>>>
  /** Set for a type that is no longer published: how its events in the log are read. */
  upcast?: Upcast
}

/** Converts data of the old type to its successor; fails like `safeParse` where they break the old contract. */
interface Upcast {
  to: EventContract
  data: (old: unknown) => { data: unknown; error?: undefined } | { error: z.ZodError }
}

/** A contract may only grow: new optional fields, new events. Anything else is a new version of the type. */
export const event = <const T extends EventType, D extends z.ZodType>({
  audience,
  ...given
}: Family<z.infer<D>> & {
  type: T
  summary: string
  data: D
  /** Who receives it: always the same audience, or one of several depending on its data. */
  audience: Audience | { among: readonly Audience[]; which(data: z.infer<D>): Audience }
}): EventContract<T, D> => ({
  ...given,
  audiences: typeof audience === 'string' ? [audience] : audience.among,
  audienceOf: typeof audience === 'string' ? () => audience : audience.which,
  envelope: z.object({
    ...attributes,
    type: z.literal(given.type).meta({ description: 'What happened' }),
    data: given.data.meta({ description: given.summary }),
  }) as never,
})

/** A contract with a successor: its events stay in the log and are read as events of the successor. */
export const superseded = <O extends z.ZodType, N extends z.ZodType>(
  old: EventContract<EventType, O>,
  by: EventContract<EventType, N>,
  upcast: (old: z.output<O>) => z.output<N>,
): EventContract<EventType, O> => ({
  ...old,
  upcast: {
    to: by,
    data: (found) => {
      const { data, error } = old.data.safeParse(found)
      return error ? { error } : { data: upcast(data as z.output<O>) }
    },
  },
})

export const dataschemaOf = (type: string) => `urn:techbridge:schema:${type}`
export const formatSequence = (seq: number) => String(seq).padStart(10, '0')
export const sequenceOf = (event: Pick<CloudEvent, 'sequence'>) => Number(event.sequence)
