import { randomUUID } from 'node:crypto'
import { openKafkaBus } from '@techbridge/bus/kafka'
import { type CloudEvent, formatSequence } from '@techbridge/contracts'
import { type Consumer, Kafka, logLevel } from 'kafkajs'
import { median, ratio, time } from './measure.ts'

const brokers = process.env.TECHBRIDGE_KAFKA_BROKERS?.split(',')
const rounds = 7
const count = 20_000
const perCall = 500
const partitions = 6
const text = 'A process for the recovery of rare earths from mine tailings. '.repeat(8)

const eventsOf = (round: number): CloudEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    specversion: '1.0',
    id: `offer-${index % 997}/${round * count + index}`,
    source: '/bench',
    type: 'techbridge.offer.published.v1',
    subject: `offer-${index % 997}`,
    time: '2026-01-01T00:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: 'https://example.org/offer',
    sequence: formatSequence(round * count + index),
    data: { text },
  }))

const calls = (events: readonly CloudEvent[]) =>
  Array.from({ length: events.length / perCall }, (_, call) => events.slice(call * perCall, (call + 1) * perCall))

/** Counts handled events; `reached` resolves with the one that makes the number up. */
function counter(goal: number) {
  const { promise: reached, resolve } = Promise.withResolvers<void>()
  let handled = 0
  return { reached, handle: async (_: unknown) => void (++handled === goal && resolve()) }
}

/** What the Kafka adapter costs over kafkajs with the same guarantees: idempotent, acknowledged by all, committed after. */
export const kafkaBus = async () => {
  if (!brokers) return void console.log('Kafka adapter: skipped, TECHBRIDGE_KAFKA_BROKERS names no broker')
  const prefix = `bench-${randomUUID()}.`
  const topic = `${prefix}raw`
  const kafka = new Kafka({ brokers, clientId: 'bench', logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic, numPartitions: partitions }] })
  const bus = await openKafkaBus({ brokers, clientId: 'bench', prefix })
  const producer = kafka.producer({ idempotent: true })
  await producer.connect()
  const raw: Record<string, number[]> = { publish: [], consume: [] }
  const ours: Record<string, number[]> = { publish: [], consume: [] }
  try {
    for (let round = 0; round < rounds; round++) {
      const events = eventsOf(round)
      const rawPublish = async () => {
        for (const call of calls(events)) {
          const messages = call.map((event) => ({ key: event.subject, value: JSON.stringify(event) }))
          await producer.send({ topic, messages, acks: -1 })
        }
      }
      const ourPublish = async () => {
        for (const call of calls(events)) await bus.publish(call)
      }
      raw.publish?.push(await time(rawPublish))
      ours.publish?.push(await time(ourPublish))
    }
    // A group reads all that there is; counted from its first event, as joining is the same for both.
    const total = rounds * count
    for (let round = 0; round < 3; round++) {
      raw.consume?.push(await rawConsume(kafka.consumer({ groupId: `${prefix}${round}` }), topic, total))
    }
    for (const group of ['search', 'matching'] as const) {
      const { reached, handle } = counter(total)
      let first: number | undefined
      const subscription = await bus.subscribe({
        group,
        handler: (event) => {
          first ??= performance.now()
          return handle(event)
        },
      })
      await reached
      ours.consume?.push(performance.now() - (first as number))
      await subscription.close()
    }
  } finally {
    await producer.disconnect()
    await bus.close()
    await admin.deleteTopics({ topics: (await admin.listTopics()).filter((name) => name.startsWith(prefix)) })
    await admin.disconnect()
  }
  console.log(`Kafka adapter, of raw kafkajs in the same run (more is better), events of ${text.length} bytes:`)
  for (const [what, times] of Object.entries(raw)) {
    console.log(`  ${what}: ${ratio(median(times) / median(ours[what] as number[]))}`)
  }
}

async function rawConsume(consumer: Consumer, topic: string, total: number): Promise<number> {
  const { reached, handle } = counter(total)
  let first: number | undefined
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  await consumer.run({
    partitionsConsumedConcurrently: partitions,
    eachBatch: async ({ batch }) => {
      first ??= performance.now()
      for (const { value } of batch.messages) await handle(JSON.parse(String(value)))
    },
  })
  await reached
  const taken = performance.now() - (first as number)
  await consumer.disconnect()
  return taken
}
