import { startOfDay } from '../common/days.ts'
import type { CloudEvent, EventContract } from '../envelope.ts'
import type { Caller } from '../identity/http.ts'
import { contractOf } from '../registry.ts'
import type { SeenEvent } from '../search/http.ts'
import { disclose, type Viewer } from './disclose.ts'

/**
 * The event as far as the caller may see it; `undefined` when the caller may not know of it. A caller who may not know the whole
 * history gets neither sequence nor trace, and an id made by `hide`, so that no event reveals how many preceded it. A caller who is not
 * a side gets no exact time either, which would reveal what happened together.
 */
export const discloseEvent = (
  event: CloudEvent,
  caller: Caller,
  hide: (id: string) => string,
): SeenEvent | undefined => {
  const contract = contractOf(event.type)
  const viewer = contract && viewerOf(contract, event.data, caller)
  if (!viewer) return undefined
  const data = disclose(contract.data, event.data as object, viewer)
  if (viewer.stage === 'office' || (viewer.side && contract.history === 'sides')) return { ...event, data }
  const { sequence, traceparent, ...attributes } = event
  const time = viewer.side ? event.time : startOfDay(event.time)
  return { ...attributes, id: hide(event.id), time, data }
}

/** How far the caller may read the event; `undefined` when the caller is not of its audience. */
const viewerOf = (contract: EventContract, data: unknown, caller: Caller): Viewer | undefined => {
  const audience = contract.audienceOf(data)
  if (audience === 'nobody') return undefined
  const { role, organisation } = caller
  if (role === 'officer' || role === 'admin') return { stage: 'office' }
  if (audience === 'officers') return undefined
  if (contract.sidesOf(data)[role === 'provider' ? 'provider' : 'seeker']?.id === organisation.id)
    return { stage: contract.sidesRead, side: role }
  return audience === 'everybody' ? { stage: 'public' } : undefined
}

/** Callers with the same key see the same: `discloseEvent` depends on nothing else of a caller. */
export const viewKey = ({ role, organisation }: Caller): string =>
  role === 'officer' || role === 'admin' ? 'office' : JSON.stringify([role, organisation.id])

/** The history of a record: what each of its events discloses to the viewer. */
export const discloseHistory = <E extends { type: string; data: unknown }>(
  history: readonly E[],
  viewer: Viewer,
): E[] =>
  history.map((entry) => {
    const contract = contractOf(entry.type)
    return { ...entry, data: contract ? disclose(contract.data, entry.data as object, viewer) : {} }
  })
