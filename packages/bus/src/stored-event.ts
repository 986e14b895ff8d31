import type { CloudEvent } from '@techbridge/contracts'
import { Poison } from './bus.ts'

/** Reads a stored event. Fails with `Poison` when it is not a JSON object, because no retry would help. */
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

/** The stored value for display: as JSON if possible, else as text. */
export function asFound(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
