import { randomUUID } from 'node:crypto'
import { Kafka, logLevel } from 'kafkajs'
import type { OpenedBus } from '../src/conformance.ts'
import { openKafkaBus } from '../src/kafka/bus.ts'

/** Addresses of brokers from the environment; without them there is nothing to test against. */
export const brokers = process.env.TECHBRIDGE_KAFKA_BROKERS?.split(',')

export const skip = brokers ? false : 'TECHBRIDGE_KAFKA_BROKERS names no broker'

/** A bus over topics of its own, which are removed in the end. */
export async function openOnNewTopics(): Promise<OpenedBus & { prefix: string }> {
  const prefix = `test-${randomUUID()}.`
  const open = () => openKafkaBus({ brokers: brokers!, clientId: 'bus-test', prefix })
  let current = await open()
  return {
    prefix,
    bus: current,
    reopen: async () => {
      await current.close()
      current = await open()
      return current
    },
    cleanup: async () => {
      await current.close()
      await removeTopics(prefix)
    },
  }
}

async function removeTopics(prefix: string): Promise<void> {
  const admin = new Kafka({ brokers: brokers!, clientId: 'bus-test', logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix))
  await admin.deleteTopics({ topics })
  await admin.disconnect()
}
