import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { quickStart } from './jvm.ts'
import type { Kind, Place } from './kind.ts'
import { fetchArtefacts } from './maven.ts'
import { java, mvn } from './tools.ts'
import { asks } from './wire.ts'

const version = '4.4.0'
/** Any 16 bytes in base64url; the same for all, since no two of these brokers ever meet. */
const clusterId = 'dGVjaGJyaWRnZS1kZXY0Lg'

/** One node that is broker and controller; otherwise Kafka's defaults. */
const serverProperties = ({
  folder,
  ports: [broker, controller],
  advertisedPort = broker,
}: Place) => `process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${advertisedPort}
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:${controller}
log.dirs=${join(folder, 'data')}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=5
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=5
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
log.cleaner.dedupe.buffer.size=16777216
`

/** Without the shutdown hook of log4j, so that the broker's own hook can still log a clean stop. */
const log4j2 = `<Configuration status="warn" shutdownHook="disable">
  <Appenders>
    <Console name="out"><PatternLayout pattern="%d{ISO8601} %-5p %m (%c)%n"/></Console>
  </Appenders>
  <Loggers>
    <Root level="warn"><AppenderRef ref="out"/></Root>
    <Logger name="kafka.server" level="info"/>
    <Logger name="org.apache.kafka.server" level="info"/>
  </Loggers>
</Configuration>
`

const classpath = (home: string) => ['-cp', join(home, '*')]

/**
 * Metadata request v4 for no topics. Its answer holds the throttle time, then how many brokers serve: none while the
 * broker is fenced. See https://kafka.apache.org/protocol
 */
const metadataRequest = Buffer.concat([
  Buffer.from([0, 0, 0, 15]),
  Buffer.from([0, 3, 0, 4, 0, 0, 0, 1, 0xff, 0xff]),
  Buffer.from([0, 0, 0, 0, 0]),
])
const namesBroker = (answer: Buffer) => answer.length >= 16 && answer.readInt32BE(12) > 0

/** What is added to the configuration of a broker, and to the arguments with which its storage is formatted. */
export interface KafkaExtras {
  /** Loopback ports that it listens on besides its own two. */
  portCount: number
  properties(place: Place): string
  format: string[]
}

export const kafkaWith = (extras?: KafkaExtras) =>
  ({
    name: 'kafka' as const,
    title: `Apache Kafka ${version}`,
    folder: `kafka-${version}`,
    proof: `kafka_2.13-${version}.jar`,
    size: '43 MB',
    toolsToInstall: [mvn],
    toolsToRun: [java],
    portCount: 2 + (extras?.portCount ?? 0),
    install: (home: string) => fetchArtefacts('kafka', 'copy', home),

    async prepare(place: Place) {
      const properties = join(place.folder, 'server.properties')
      // Later settings win.
      writeFileSync(properties, `${serverProperties(place)}${extras?.properties(place) ?? ''}`)
      writeFileSync(join(place.folder, 'log4j2.xml'), log4j2)
      if (existsSync(join(place.folder, 'data', 'meta.properties'))) return
      const format = [
        'kafka.tools.StorageTool',
        'format',
        '-t',
        clusterId,
        '-c',
        properties,
        '--ignore-formatted',
        ...(extras?.format ?? []),
      ]
      await promisify(execFile)('java', [...classpath(place.home), ...format])
    },

    command: ({ home, folder }: Place) => ({
      file: 'java',
      args: [
        '-Xmx384m',
        quickStart,
        '-XX:+ExitOnOutOfMemoryError',
        `-Dlog4j2.configurationFile=${join(folder, 'log4j2.xml')}`,
        ...classpath(home),
        'kafka.Kafka',
        join(folder, 'server.properties'),
      ],
    }),

    isReady: (port: number) => asks(port, metadataRequest, namesBroker),
    environment: (port: number) => ({ KAFKA_BROKERS: `127.0.0.1:${port}` }),
  }) satisfies Kind

export const kafka = kafkaWith()
