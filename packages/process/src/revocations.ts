import { setTimeout as pause } from 'node:timers/promises'
import type { EventBus, Position } from '@techbridge/bus'
import { type CloudEvent, organisationEvents, revocationTopics, rosterEvents } from '@techbridge/contracts'
import { createRevocations, type Revocations } from '@techbridge/http'
import type { Logger } from 'pino'
import type { z } from 'zod'

const defaults = {
  /** Milliseconds between looks whether everything in the log was read. */
  lookMs: 1000,
  /** Milliseconds without such a look that succeeded after which revocations may be missing. */
  lateMs: 5000,
  /** Milliseconds for which the start waits until the log was read. */
  patienceMs: 10_000,
}

const dataOf = <D extends z.ZodType>(event: CloudEvent, { type, data }: { type: string; data: D }) =>
  event.type === type ? data.parse(event.data) : undefined

/** Whose tokens an event ends. */
const endedBy = (event: CloudEvent): { organisation: string; subject?: string } | undefined => {
  const closed = dataOf(event, organisationEvents.suspended) ?? dataOf(event, organisationEvents.merged)
  if (closed) return { organisation: closed.id }
  const member = dataOf(event, rosterEvents.membershipEnded) ?? dataOf(event, rosterEvents.rolesChanged)
  if (member) return member
  const key = dataOf(event, rosterEvents.keyRevoked)
  return key && { organisation: key.organisation, subject: key.key }
}

/** Follows what ends tokens. */
export interface FollowedRevocations extends Pick<Revocations, 'isRevoked'> {
  /** Returns once all that is in the log was read, or when that takes too long. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Seconds since everything in the log was known. */
  age(): number
  state(): 'current' | 'behind'
}

/**
 * Reads what the directory says of organisations, members and keys: from the beginning, then as it comes. While the event log is away
 * tokens count until they end, and `state` says so. `maxAge`: seconds for which a token counts at most.
 */
export const followRevocations = (
  bus: EventBus,
  maxAge: number,
  log: Logger,
  { lookMs, lateMs, patienceMs } = defaults,
): FollowedRevocations => {
  const revocations = createRevocations(maxAge)
  const stopping = new AbortController()
  const { signal } = stopping
  const caughtUp = Promise.withResolvers<void>()
  const begun = Date.now()
  let known: number | undefined
  let reached: Position | undefined
  let wasLate = false

  const take = ({ event, position }: { event: CloudEvent; position: Position }) => {
    const ended = endedBy(event)
    if (ended) revocations.revoke({ ...ended, at: Math.min(Date.parse(event.time), Date.now()) })
    reached = position
  }

  /** Calls it until it succeeds; the log may be away. */
  const persistently = async (work: () => Promise<void>) => {
    while (!signal.aborted) {
      try {
        return await work()
      } catch (err) {
        if (!signal.aborted) log.debug({ err }, 'revocations cannot be read; it is tried again')
        await pause(lookMs, undefined, { signal, ref: false }).catch(() => undefined)
      }
    }
  }

  const readAll = async () => {
    const asked = Date.now()
    const end = await bus.end(revocationTopics)
    for await (const recorded of bus.read({ topics: revocationTopics, to: end, live: false, signal })) take(recorded)
    reached = end
    known = asked
    caughtUp.resolve()
  }

  const readOn = async () => {
    for await (const recorded of bus.read({
      topics: revocationTopics,
      ...(reached && { from: reached }),
      live: true,
      signal,
    }))
      take(recorded)
  }

  const age = () => (Date.now() - (known ?? begun)) / 1000
  const state = () => (known !== undefined && age() * 1000 < lateMs ? 'current' : 'behind')

  const look = async () => {
    while (!signal.aborted) {
      const asked = Date.now()
      const end = await bus.end(revocationTopics).catch(() => undefined)
      if (end !== undefined && reached !== undefined && bus.covers(reached, end)) known = asked
      const isLate = state() === 'behind'
      if (isLate && !wasLate) log.warn('the event log is away: revoked tokens may be accepted until they end')
      if (!isLate && wasLate) log.info('all revocations are known again')
      wasLate = isLate
      await pause(lookMs, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  let running: Promise<unknown> = Promise.resolve()
  return {
    isRevoked: revocations.isRevoked,
    start: async () => {
      running = persistently(readAll).then(() => Promise.all([persistently(readOn), look()]))
      await Promise.race([
        caughtUp.promise,
        pause(patienceMs, undefined, { signal, ref: false }).catch(() => undefined),
      ])
      if (known === undefined) log.warn('serving before all revocations are known: the event log is away')
    },
    stop: async () => {
      stopping.abort()
      await running
    },
    age,
    state,
  }
}
