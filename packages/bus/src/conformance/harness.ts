import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { type CloudEvent, formatSequence } from '@techbridge/contracts'
import { type Opened, opened } from '@techbridge/port/conformance'
import type { EventBus, Handler } from '../bus.ts'

export type OpenedBus = Opened<{ bus: EventBus }>
export type Open = () => Promise<OpenedBus>

/** The body of a test on an empty log. */
export const fresh = opened<{ bus: EventBus }>

type Truthy<T> = Exclude<T, false | '' | undefined>

/** Checks again and again until the result is something; fails after a minute. */
export async function eventually<T>(what: string, check: () => T | Promise<T>): Promise<Truthy<T>> {
  const giveUp = performance.now() + 60_000
  for (;;) {
    const result = await check()
    if (result) return result as Truthy<T>
    if (performance.now() > giveUp) assert.fail(`never came true: ${what}`)
    await setTimeout(10)
  }
}

const aggregate =
  (kind: string) =>
  (subject: string, sequence: number, data: unknown = {}): CloudEvent => ({
    specversion: '1.0',
    id: `${subject}/${sequence}`,
    source: '/conformance',
    type: `techbridge.${kind}.published.v1`,
    subject,
    time: '2026-01-01T00:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: `https://example.org/${kind}`,
    sequence: formatSequence(sequence),
    data,
  })

export const offer = aggregate('offer')
export const need = aggregate('need')
export const match = aggregate('match')

export const ids = (events: Iterable<CloudEvent>) => Array.from(events, ({ id }) => id)

/** `count` subjects, enough of them to have some in every partition. */
export const subjects = (count: number) => Array.from({ length: count }, (_, index) => `subject-${index}`)

/** The events of round after round, one event of each subject a round. */
export const rounds = (count: number, of: readonly string[], first = 1) =>
  Array.from({ length: count }, (_, round) => of.map((subject) => offer(subject, first + round))).flat()

/** A handler that keeps what it is given and sees to it that one subject's events never overlap. */
export class Recorder {
  /** In the order in which the handler was called. */
  readonly called: CloudEvent[] = []
  /** In the order in which handling succeeded. */
  readonly handled: CloudEvent[] = []
  /** Subjects whose events were handled at the same time, which must not be. */
  readonly overlaps: string[] = []
  readonly #busy: Set<string>
  readonly #behave: Handler

  /** Recorders that share `busy` watch together. */
  constructor(behave: Handler = async () => {}, busy = new Set<string>()) {
    this.#behave = behave
    this.#busy = busy
  }

  readonly handler: Handler = async (event) => {
    this.called.push(event)
    if (this.#busy.has(event.subject)) this.overlaps.push(event.subject)
    this.#busy.add(event.subject)
    try {
      await this.#behave(event)
      this.handled.push(event)
    } finally {
      this.#busy.delete(event.subject)
    }
  }

  has(events: Iterable<CloudEvent>): boolean {
    const handled = new Set(ids(this.handled))
    return ids(events).every((id) => handled.has(id))
  }

  calls(event: CloudEvent): number {
    return this.called.filter(({ id }) => id === event.id).length
  }
}

/** All of `published` is there, each subject in order of first appearance, whatever was delivered more than once. */
export function assertCompleteInOrder(seen: readonly CloudEvent[], published: readonly CloudEvent[]): void {
  assert.deepEqual(bySubject(seen), bySubject(published))
}

function bySubject(events: readonly CloudEvent[]): Record<string, readonly string[]> {
  const sequences = Map.groupBy(events, ({ subject }) => subject)
  const entries = [...sequences].map(([subject, group]) => [subject, [...new Set(ids(group))]] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Something that a test opens by hand. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

export const caughtUp = (bus: EventBus, group: Parameters<EventBus['lag']>[0]) =>
  eventually(`${group} has committed everything`, async () => Object.values(await bus.lag(group)).every((n) => n === 0))
