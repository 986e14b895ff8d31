import { violations } from './compare.ts'
import type { Schema, Schemas } from './schema.ts'

/** What the comparison reads of docs/api/asyncapi.json. */
export interface EventDocument {
  channels: Record<string, { messages: Record<string, unknown> }>
  components: { messages: Record<string, { payload: Schema; 'x-read-as'?: string }>; schemas: Schemas }
}

export interface Incompatibility {
  eventType: string
  path: string
  problem: string
  remedy: string
}

const nextVersion = (eventType: string) =>
  eventType.replace(/\.v(\d+)$/, (_, version: string) => `.v${Number(version) + 1}`)

const channelOf = ({ channels }: EventDocument, eventType: string) =>
  Object.entries(channels).find(([, { messages }]) => eventType in messages)?.[0]

const keep = (eventType: string) => `keep ${eventType} as it was: the log holds such events`
const newVersion = (eventType: string) =>
  `keep ${eventType} as it was and make a new version ${nextVersion(eventType)} with an upcaster`

const inEvent = (eventType: string, before: EventDocument, after: EventDocument): Incompatibility[] => {
  const old = before.components.messages[eventType]
  const now = after.components.messages[eventType]
  if (!old) return []
  if (!now) return [{ eventType, path: '$', problem: 'event type removed', remedy: keep(eventType) }]

  const [oldChannel, newChannel] = [channelOf(before, eventType), channelOf(after, eventType)]
  if (oldChannel !== newChannel) {
    const problem = `moved from ${oldChannel} to ${newChannel ?? 'no topic'}`
    return [{ eventType, path: '$', problem, remedy: keep(eventType) }]
  }
  return violations(
    { schema: old.payload, schemas: before.components.schemas, use: 'event' },
    { schema: now.payload, schemas: after.components.schemas, use: 'event' },
  ).map((violation) => ({ eventType, ...violation, remedy: newVersion(eventType) }))
}

/** Every way in which the events of `after` are more than a growth of those of `before`. */
export const incompatibilities = (before: EventDocument, after: EventDocument): Incompatibility[] =>
  Object.keys(before.components.messages).flatMap((eventType) => inEvent(eventType, before, after))

/** The event types that are published no more, with the type that each is read as. */
export const upcasts = ({ components }: EventDocument): [eventType: string, readAs: string][] =>
  Object.entries(components.messages).flatMap(([eventType, { 'x-read-as': readAs }]) =>
    readAs === undefined ? [] : [[eventType, readAs]],
  )
