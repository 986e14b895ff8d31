import { createHash } from 'node:crypto'
import { type CloudEvent, groupNames, type Topic, topicNames } from '@techbridge/contracts'
import { Database } from '@techbridge/sqlite'
import { Log } from '../sqlite/log.ts'
import { Offsets } from '../sqlite/offsets.ts'
import { streamKey, streamOf, streamsOfGroup, streamsOfTopic } from '../sqlite/streams.ts'
import { type KafkaBusOptions, openKafkaBus } from './bus.ts'
import { kafkaClient } from './client.ts'
import { namesWith } from './names.ts'
import { decodePosition } from './position.ts'

const batchSize = 200

/** What a stream holds: how many events, and a digest of them in their order. */
type Digests = Map<string, { count: number; digest: string }>

const digestOf = (before: string, event: CloudEvent) =>
  createHash('sha256').update(before).update(JSON.stringify(event)).digest('hex')

const add = (digests: Digests, event: CloudEvent) => {
  const key = streamKey(streamOf(event))
  const { count, digest } = digests.get(key) ?? { count: 0, digest: '' }
  digests.set(key, { count: count + 1, digest: digestOf(digest, event) })
}

/** The events of an embedded log in their order, of a file that nobody else has open. */
function* eventsOf(log: Log): Generator<CloudEvent> {
  const end = log.end()
  for (let at = 0; ; ) {
    const entry = log.entryAfter(at, end, topicNames)
    if (!entry) return
    at = entry.position
    try {
      yield JSON.parse(entry.body)
    } catch (cause) {
      throw new Error(`the event at position ${at} of the log is damaged`, { cause })
    }
  }
}

export interface MovedLog {
  events: number
  /** Dead letters that were not replayed; they remain only in the embedded log. */
  deadLetters: number
}

/**
 * Writes an embedded event log into empty topics: each event at the offset that it had in its partition, so that the groups continue
 * where they were. With `resume` the topics may hold a beginning of that log, written by an earlier call. At the end everything is read
 * back and compared. Fails with a sentence.
 */
export const moveLog = async (file: string, options: KafkaBusOptions, resume: boolean): Promise<MovedLog> => {
  const db = new Database(file)
  try {
    const log = new Log(db)
    const offsets = new Offsets(db)
    for (const group of groupNames)
      for (const stream of streamsOfGroup(group))
        if (stream.topic.startsWith('retry/') && offsets.next(group, stream) < log.size(stream))
          throw new Error(`replays for ${group} are not done yet: start Techbridge, and stop it when /v1/lag says 0`)

    const bus = await openKafkaBus(options)
    try {
      const ends = decodePosition(await bus.end(topicNames))
      const written = [...ends.values()].flat().some((end) => end > 0)
      if (written && !resume) throw new Error('the topics in Kafka are not empty: give others, or delete these')

      const from: Digests = new Map()
      let batch: CloudEvent[] = []
      for (const event of eventsOf(log)) {
        const { topic, partition } = streamOf(event)
        add(from, event)
        const { count } = from.get(streamKey({ topic, partition }))!
        if (count > (ends.get(topic as Topic)?.[partition] ?? 0)) batch.push(event)
        if (batch.length < batchSize) continue
        await bus.publish(batch)
        batch = []
      }
      await bus.publish(batch)

      const to: Digests = new Map()
      for await (const { event } of bus.read({ topics: topicNames, live: false })) add(to, event)
      for (const key of new Set([...from.keys(), ...to.keys()]))
        if (from.get(key)?.digest !== to.get(key)?.digest)
          throw new Error(
            `${key}: Kafka has ${to.get(key)?.count ?? 0} events where the log has ${from.get(key)?.count ?? 0}, or others: delete the topics and move again`,
          )
      await commit(options, offsets)
      const left = db.prepare('SELECT count(*) AS count FROM dead_letters WHERE replayed_at IS NULL').get()
      return { events: [...from.values()].reduce((sum, { count }) => sum + count, 0), deadLetters: Number(left?.count) }
    } finally {
      await bus.close()
    }
  } finally {
    db.close()
  }
}

/** Sets the position of each group. */
const commit = async ({ prefix = '', ...options }: KafkaBusOptions, offsets: Offsets) => {
  const names = namesWith(prefix)
  const admin = kafkaClient(options).admin()
  await admin.connect()
  try {
    for (const group of groupNames) {
      const own = new Set(streamsOfGroup(group).map(({ topic }) => topic))
      for (const topic of topicNames.filter((one) => own.has(one))) {
        const partitions = streamsOfTopic(topic).map((stream) => ({
          partition: stream.partition,
          offset: String(offsets.next(group, stream)),
        }))
        await admin.setOffsets({ groupId: names.group(group), topic: names.topic(topic), partitions })
      }
    }
  } finally {
    await admin.disconnect()
  }
}
