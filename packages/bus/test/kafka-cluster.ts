import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { Kafka, logLevel } from 'kafkajs'
import type { OpenedBus } from '../src/conformance.ts'
import { type KafkaBusOptions, openKafkaBus } from '../src/kafka/bus.ts'

/** Addresses of brokers from the environment; without them there is nothing to test against. */
const brokers = process.env.TECHBRIDGE_KAFKA_BROKERS?.split(',')

export const skip = brokers ? false : 'TECHBRIDGE_KAFKA_BROKERS names no broker'

/** A client of its own, to look at the cluster from outside or to do what the bus does not. */
export const outside = () => new Kafka({ brokers: brokers!, clientId: 'bus-test', logLevel: logLevel.NOTHING })

/** A bus over topics of its own, which are removed in the end. `another` is one more bus, as of another process. */
export async function openOnNewTopics(options?: Partial<KafkaBusOptions>) {
  const prefix = `test-${randomUUID()}.`
  const open = () => openKafkaBus({ brokers: brokers!, clientId: 'bus-test', prefix, ...options })
  let current = await open()
  const others: (typeof current)[] = []
  const opened: OpenedBus = {
    bus: current,
    reopen: async () => {
      await current.close()
      current = await open()
      return current
    },
    cleanup: async () => {
      await Promise.all([current, ...others].map((bus) => bus.close()))
      await removeTopics(prefix)
    },
  }
  const another = async () => {
    const other = await open()
    others.push(other)
    return other
  }
  return { ...opened, prefix, open, another }
}

/** The same, closed and removed when the test ends. */
export async function openFor(t: TestContext, options?: Partial<KafkaBusOptions>) {
  const opened = await openOnNewTopics(options)
  t.after(opened.cleanup)
  return opened
}

async function removeTopics(prefix: string): Promise<void> {
  const admin = outside().admin()
  await admin.connect()
  await admin.deleteTopics({ topics: (await admin.listTopics()).filter((topic) => topic.startsWith(prefix)) })
  await admin.disconnect()
}
