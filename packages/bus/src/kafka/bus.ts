import { type Group, groups, type Topic } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import type { EventBus } from '../bus.ts'
import { topicOf } from '../topic.ts'
import type { Duties } from './assignment.ts'
import { clusterOf, type KafkaConnection, type KafkaLog, kafkaClient } from './client.ts'
import { KafkaDeadLetters } from './dead-letters.ts'
import { Member } from './member.ts'
import { namesWith, partitionCounts } from './names.ts'
import { covers, encodePosition } from './position.ts'
import { Publisher } from './publisher.ts'
import { Questions } from './questions.ts'
import { readLog } from './read.ts'
import { topicCreation } from './topics.ts'

export interface KafkaBusOptions {
  /** Addresses of the first brokers to contact, `host:port`. */
  brokers: string[]
  clientId: string
  /** Prefix of the names of topics and groups, to separate systems that share a cluster. */
  prefix?: string
  /** Copies of each partition that the cluster keeps. One copy fewer must have an event before `publish` resolves. */
  replicas?: number
  connection?: KafkaConnection | undefined
  log?: KafkaLog
}

/**
 * The event bus on Apache Kafka, for any number of processes. Creates the topics of the topology that are missing, as soon as a broker
 * answers: a process that starts during an outage can accept writes. Fails when the cluster refuses to create them, and when a topic
 * has a different number of partitions than the topology. An event is durable when the brokers have it, which `kill -9` of theirs does
 * not undo.
 */
export async function openKafkaBus({
  brokers,
  clientId,
  prefix = '',
  replicas = 1,
  connection,
  log,
}: KafkaBusOptions): Promise<EventBus> {
  const names = namesWith(prefix)
  const kafka = kafkaClient({ brokers, clientId, connection, log })
  const admin = kafka.admin()
  const topicsExist = topicCreation(admin, { partitions: partitionCounts(names), replicas }, log)
  try {
    await topicsExist()
  } catch (error) {
    if (!(error instanceof Unavailable)) {
      await admin.disconnect().catch(() => undefined)
      throw error
    }
    log?.warn({ err: error }, 'Kafka cannot serve yet; events wait until it does')
  }
  const questions = new Questions(admin, clusterOf(kafka))
  const closing = new AbortController()
  const publisher = new Publisher(kafka)
  const deadLetters = new KafkaDeadLetters({ kafka, questions, publisher, names, signal: closing.signal })
  const members = new Set<Member>()

  const open = () => {
    if (closing.signal.aborted) throw new Unavailable('the bus is closed')
  }
  const extents = async (topics: readonly Topic[]) => {
    await topicsExist()
    const found = await questions.extents(topics.map((topic) => names.topic(topic)))
    return new Map(topics.map((topic) => [topic, found.get(names.topic(topic))!]))
  }

  const deadLetterFor =
    (group: Group): Duties['deadLetter'] =>
    ({ topic: name, partition }, { offset, value, headers }, death) => {
      const topic = groups[group].find((own) => names.topic(own) === name) ?? (String(headers?.topic) as Topic)
      // The id is the same after a crash between this and the commit, so that an event becomes one dead letter.
      const id = `${group}.${name}.${partition}.${offset}`
      const { reason, attempts } = death
      return deadLetters.add({ id, group, topic, body: String(value), reason, attempts, at: new Date().toISOString() })
    }

  return {
    deadLetters,

    async publish(events) {
      open()
      await topicsExist()
      await publisher.publish(
        events.map((event) => ({
          topic: names.topic(topicOf(event.type)),
          key: event.subject,
          value: Buffer.from(JSON.stringify(event)),
        })),
      )
    },

    async subscribe({ group, ...delivery }) {
      open()
      const commitFailed = (error: unknown) => log?.debug({ err: error, group }, 'A commit failed')
      const topics = [...groups[group].map((topic) => names.topic(topic)), names.retry(group)]
      const duties = { ...delivery, deadLetter: deadLetterFor(group), commitFailed }
      const member = new Member(kafka, { groupId: names.group(group), topics, topicsExist }, duties, log)
      members.add(member)
      return {
        close: async () => {
          await member.close()
          members.delete(member)
        },
      }
    },

    read(options) {
      const { signal } = closing
      return readLog(kafka, names, options, {
        extentsOf: () => extents(options.topics),
        signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
      })
    },

    async end(topics) {
      const ends = [...(await extents(topics))].map(([topic, of]) => [topic, of.map(({ high }) => high)] as const)
      return encodePosition(new Map(ends))
    },

    covers,

    async lag(group) {
      await topicsExist()
      const topics: readonly Topic[] = groups[group]
      const lags = await questions.lag(
        names.group(group),
        topics.map((topic) => names.topic(topic)),
      )
      return Object.fromEntries(topics.map((topic) => [topic, lags.get(names.topic(topic))!]))
    },

    async pendingReplays(group) {
      await topicsExist()
      const topic = names.retry(group)
      return (await questions.lag(names.group(group), [topic])).get(topic)!
    },

    ping: () => questions.ping(),

    async close() {
      closing.abort()
      await Promise.all([...members].map((member) => member.close()))
      await publisher.close()
      await questions.close()
    },
  }
}
