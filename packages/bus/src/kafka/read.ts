import type { CloudEvent, Topic } from '@techbridge/contracts'
import { pace } from '@techbridge/sqlite'
import type { Kafka } from 'kafkajs'
import { BadPosition, type ReadOptions, type Recorded } from '../bus.ts'
import { persist } from '../delivery.ts'
import { parseStored } from '../stored-event.ts'
import { follow } from './follow.ts'
import type { Names } from './names.ts'
import { decodePosition, encodePosition, type Offsets } from './position.ts'
import type { Extent } from './questions.ts'

type Extents = Map<Topic, Extent[]>

/** `extentsOf` is called at once, for the end of the log at the time of the call; the signal ends the reading in any case. */
export function readLog(
  kafka: Kafka,
  names: Names,
  options: ReadOptions,
  { extentsOf, signal }: { extentsOf: () => Promise<Extents>; signal: AbortSignal },
): AsyncGenerator<Recorded> {
  let extents: Extents | undefined
  const asking = persist(async () => {
    extents = await extentsOf()
  }, signal)
  return read(kafka, names, options, async () => ((await asking) ? extents : undefined), signal)
}

async function* read(
  kafka: Kafka,
  names: Names,
  { topics, from, to, live }: ReadOptions,
  extentsAtCall: () => Promise<Extents | undefined>,
  signal: AbortSignal,
): AsyncGenerator<Recorded> {
  const until = to === undefined ? undefined : decodePosition(to)
  const given: Offsets = from === undefined ? new Map() : decodePosition(from)
  if (signal.aborted) return
  const extents = await untilAborted(extentsAtCall(), signal)
  if (!extents) return
  const at: Offsets = new Map(topics.map((topic) => [topic, startsIn(extents.get(topic)!, given.get(topic))]))
  const endOf = (topic: Topic, partition: number) =>
    until ? (until.get(topic)?.[partition] ?? 0) : extents.get(topic)![partition]!.high
  const open = () =>
    topics.some((topic) => at.get(topic)!.some((offset, partition) => offset < endOf(topic, partition)))
  if (!live && !open()) return

  const topicOf = new Map(topics.map((topic) => [names.topic(topic), topic]))
  const next = new Map(topics.map((topic) => [names.topic(topic), [...at.get(topic)!]]))
  for await (const { topic: name, partition, messages } of follow(kafka, next, signal)) {
    const topic = topicOf.get(name)!
    for (const { offset, value } of messages) {
      if (!live && Number(offset) >= endOf(topic, partition)) break
      await pace()
      if (signal.aborted) return
      at.get(topic)![partition] = Number(offset) + 1
      const event = eventOrNothing(value)
      if (event) yield { event, position: encodePosition(at) }
      if (signal.aborted) return
    }
    if (!live && !open()) return
  }
}

/** A topic that the position does not contain is read from its beginning. */
function startsIn(extents: readonly Extent[], given: readonly number[] = []): number[] {
  if (given.length > extents.length || given.some((offset, place) => offset > extents[place]!.high)) {
    throw new BadPosition('the position lies behind the end of this log')
  }
  return extents.map(({ low }, partition) => Math.max(low, given[partition] ?? 0))
}

/** A damaged record would end every reader here; each group has it among its dead letters. */
function eventOrNothing(value: Buffer | null): CloudEvent | undefined {
  try {
    return parseStored(String(value))
  } catch {
    return undefined
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const abort = () => resolve(undefined)
  signal.addEventListener('abort', abort)
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort))
}
