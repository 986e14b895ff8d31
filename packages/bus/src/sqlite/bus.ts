import { type Group, groups } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { Database } from '@techbridge/sqlite'
import type { EventBus } from '../bus.ts'
import { ChangeSignal } from './change-signal.ts'
import { consumer, type Tables } from './consume.ts'
import { SqliteDeadLetters } from './dead-letters.ts'
import { ConsumerGroup } from './group.ts'
import { Log } from './log.ts'
import { Offsets } from './offsets.ts'
import { covers, encodePosition } from './position.ts'
import { readLog } from './read.ts'
import { schema } from './schema.ts'
import { retryStream, type Stream, streamKey, streamOf, streamsOfGroup, streamsOfTopic } from './streams.ts'

export interface SqliteBusOptions {
  /** Events committed together in a partition. */
  batchSize?: number
}

/** The event bus in one SQLite file, for one process. Fails with `Unavailable` when another process has the file open. */
export function openSqliteBus(file: string, { batchSize = 200 }: SqliteBusOptions = {}): EventBus {
  const db = new Database(file)
  db.exec(schema)
  const log = new Log(db)
  const offsets = new Offsets(db)
  const changes = new ChangeSignal()
  const deadLetters = new SqliteDeadLetters(db, async ({ group, topic, body }, mark) => {
    await append([{ stream: retryStream(group, topic), body }], mark)
  })
  const tables: Tables = { db, log, offsets, deadLetters, changes, batchSize }
  const consumerGroups = new Map<Group, ConsumerGroup>()
  const closing = new AbortController()

  async function append(entries: readonly { stream: Stream; body: string }[], also?: () => void): Promise<void> {
    const last = await db.write(() => {
      const positions = entries.map(({ stream, body }) => log.append(stream, body))
      also?.()
      return positions.at(-1) ?? 0
    })
    log.isOnDisk(last)
    changes.announce(new Set(entries.flatMap(({ stream }) => [stream.topic, streamKey(stream)])))
  }

  function consumerGroup(group: Group): ConsumerGroup {
    let members = consumerGroups.get(group)
    if (!members) {
      members = new ConsumerGroup(streamsOfGroup(group), consumer(tables, group))
      consumerGroups.set(group, members)
    }
    return members
  }

  const uncommitted = (group: Group, streams: readonly Stream[]) =>
    streams.reduce((sum, stream) => sum + log.size(stream) - offsets.next(group, stream), 0)

  return {
    deadLetters,

    async publish(events) {
      const entries = events.map((event) => ({ stream: streamOf(event), body: JSON.stringify(event) }))
      if (entries.length > 0) await append(entries)
    },

    async subscribe({ group, ...subscription }) {
      if (closing.signal.aborted) throw new Unavailable('the bus is closed')
      const members = consumerGroup(group)
      const member = members.join(subscription)
      return { close: () => members.leave(member) }
    },

    read(options) {
      const { signal } = closing
      return readLog(log, changes, options, {
        end: log.end(),
        signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
      })
    },

    end: async () => encodePosition(log.end()),

    covers,

    lag: async (group) =>
      Object.fromEntries(groups[group].map((topic) => [topic, uncommitted(group, streamsOfTopic(topic))])),

    pendingReplays: async (group) =>
      uncommitted(
        group,
        groups[group].map((topic) => retryStream(group, topic)),
      ),

    ping: () => db.probe(),

    async close() {
      closing.abort()
      await Promise.all([...consumerGroups.values()].map((members) => members.close()))
      db.close()
    },
  }
}
