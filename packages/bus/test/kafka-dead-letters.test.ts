import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { groupNames } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import type { Cluster, Kafka } from 'kafkajs'
import { DeadLetterIndex, type Entry } from '../src/kafka/dead-letter-index.ts'
import { KafkaDeadLetters } from '../src/kafka/dead-letters.ts'
import { namesWith } from '../src/kafka/names.ts'
import type { Publisher } from '../src/kafka/publisher.ts'
import type { Questions } from '../src/kafka/questions.ts'
import { letter } from './letter.ts'

const names = namesWith('')
const topic = names.deadLetters('search')

/** As much of kafkajs and of the bus as reads records of one dead letter topic; all come in one answer. */
function deadLettersOf(t: TestContext, records: readonly string[], index: DeadLetterIndex) {
  const closing = new AbortController()
  t.after(() => closing.abort())
  const all = records.map((value, offset) => ({ offset: String(offset), value: Buffer.from(value) }))
  const broker = {
    async fetch({ topics }: { topics: { topic: string; partitions: { fetchOffset: string }[] }[] }) {
      const from = Number(topics.find((asked) => asked.topic === topic)!.partitions[0]!.fetchOffset)
      await new Promise((resolve) => setImmediate(resolve))
      return { responses: [{ topicName: topic, partitions: [{ partition: 0, messages: all.slice(from) }] }] }
    },
  }
  const cluster = {
    connect: async () => undefined,
    disconnect: async () => undefined,
    addMultipleTargetTopics: async () => undefined,
    refreshMetadataIfNecessary: async () => undefined,
    findLeaderForPartitions: () => ({ 1: [0] }),
    findBroker: async () => broker,
  } as unknown as Cluster
  const kafka = {
    consumer: ({ partitionAssigners: [assigner] }: { partitionAssigners: ((config: unknown) => unknown)[] }) =>
      assigner!({ cluster }),
  } as unknown as Kafka
  const questions = {
    extents: async () =>
      new Map(
        groupNames.map((group) => [names.deadLetters(group), [{ low: 0, high: group === 'search' ? all.length : 0 }]]),
      ),
  } as unknown as Questions
  return new KafkaDeadLetters({ kafka, questions, publisher: {} as Publisher, names, signal: closing.signal }, index)
}

const record = (id: string) => JSON.stringify(letter(id, `2026-01-0${id}`))

const idsOf = async (letters: KafkaDeadLetters) => (await letters.list({ limit: 10 })).map(({ id }) => id)

test('damaged records among dead letters are passed over', async (t) => {
  const letters = deadLettersOf(t, [record('1'), '{"half', 'null', '{"id":"3"}', record('2')], new DeadLetterIndex())
  assert.deepEqual(await idsOf(letters), ['2', '1'])
})

test('a reading that fails is unavailable, and the next question begins anew and misses nothing', async (t) => {
  let fails = true
  class Failing extends DeadLetterIndex {
    override add(entry: Entry, offset: number) {
      if (fails && entry.id === '2') throw new RangeError('out of memory')
      super.add(entry, offset)
    }
  }
  const letters = deadLettersOf(t, [record('1'), record('2'), record('3')], new Failing())
  await assert.rejects(idsOf(letters), Unavailable)
  await assert.rejects(idsOf(letters), Unavailable)
  fails = false
  assert.deepEqual(await idsOf(letters), ['3', '2', '1'])
})
