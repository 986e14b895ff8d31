import type { CloudEvent } from '@techbridge/contracts'
import { Poison } from './bus.ts'

/** Reads an event as an engine stored it. Fails with `Poison` when it is no JSON object: no retry would mend it. */
export function parseStored(body: string): CloudEvent {
  let event: unknown
  try {
    event = JSON.parse(body)
  } catch (error) {
    throw new Poison(`the stored event is no JSON: ${error instanceof Error ? error.message : error}`)
  }
  if (typeof event !== 'object' || event === null) throw new Poison('the stored event is no JSON object')
  return event as CloudEvent
}

/** What an engine stored, for those who want to see it whatever it is: as JSON if it is that, else as text. */
export function asFound(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
