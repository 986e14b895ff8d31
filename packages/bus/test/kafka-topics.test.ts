import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { describe, test as nodeTest, type TestContext } from 'node:test'
import { Unavailable } from '@techbridge/port'
import type { Admin } from 'kafkajs'
import { topicCreation } from '../src/kafka/topics.ts'
import { openFor, skip } from './kafka-cluster.ts'

/** As the client throws them; its types lack some. */
const errors = createRequire(import.meta.url)('kafkajs/src/errors.js')

const partitions = new Map([
  ['one', 1],
  ['two', 1],
])

/** A cluster that says `copies` of each topic, and fails to create topics where `refusal` is given. */
const adminOf = ({ copies = 1, refusal }: { copies?: number; refusal?: Error }) =>
  ({
    connect: async () => undefined,
    listTopics: async () => (refusal ? [] : [...partitions.keys()]),
    createTopics: async () => {
      throw refusal
    },
    fetchTopicMetadata: async () => ({
      topics: [...partitions.keys()].map((name) => ({ name, partitions: [{ replicas: Array(copies).fill(1) }] })),
    }),
  }) as unknown as Admin

const protocolError = (type: string, retriable: boolean) =>
  new errors.KafkaJSProtocolError({ name: '', message: `It says ${type}`, type, code: 1, retriable })
const refused = (...types: string[]) =>
  new errors.KafkaJSAggregateError(
    'Topic creation errors',
    types.map((type) => new errors.KafkaJSCreateTopicError(protocolError(type, type === 'REQUEST_TIMED_OUT'), 'one')),
  )

describe('creating topics', () => {
  const connection = new errors.KafkaJSConnectionError('refused')
  const passing = {
    'no connection': connection,
    'no connection after several trials': new errors.KafkaJSNumberOfRetriesExceeded(connection, {
      retryCount: 2,
      retryTime: 1,
    }),
    'a late answer': new errors.KafkaJSTimeout('late'),
    'a late answer, wrapped': new errors.KafkaJSNonRetriableError(new errors.KafkaJSTimeout('late'), {
      cause: new errors.KafkaJSTimeout('late'),
    }),
    'a leader that is being elected': protocolError('LEADER_NOT_AVAILABLE', true),
    'a refused sign-in, whose password is being changed': new errors.KafkaJSSASLAuthenticationError('wrong password'),
    'a broker that is away': protocolError('BROKER_NOT_AVAILABLE', false),
    'topics that another process created, and late ones': refused('TOPIC_ALREADY_EXISTS', 'REQUEST_TIMED_OUT'),
  }
  for (const [what, refusal] of Object.entries(passing)) {
    nodeTest(`waits out ${what}`, () =>
      assert.rejects(topicCreation(adminOf({ refusal }), { partitions, replicas: 1 })(), Unavailable),
    )
  }

  const lasting = {
    'missing rights': protocolError('CLUSTER_AUTHORIZATION_FAILED', false),
    'a policy of the cluster': refused('POLICY_VIOLATION', 'POLICY_VIOLATION'),
    'too few brokers': refused('TOPIC_ALREADY_EXISTS', 'INVALID_REPLICATION_FACTOR'),
  }
  for (const [what, refusal] of Object.entries(lasting)) {
    nodeTest(`fails for good with ${what}, and says why`, () =>
      assert.rejects(topicCreation(adminOf({ refusal }), { partitions, replicas: 1 })(), (error: Error) => {
        assert.ok(!(error instanceof Unavailable))
        assert.match(error.message, /^Kafka refuses the topics: (It says (CLUSTER|POLICY|INVALID)\w+)$/)
        return true
      }),
    )
  }

  for (const [copies, warned] of [
    [1, [{ topics: ['one', 'two'], wanted: 3 }]],
    [3, []],
  ] as const) {
    nodeTest(`of which there are ${copies} copies where 3 are wanted`, async () => {
      const warnings: object[] = []
      const log = { debug: () => undefined, warn: (fields: object) => void warnings.push(fields) }
      await topicCreation(adminOf({ copies }), { partitions, replicas: 3 }, log)()
      assert.deepEqual(warnings, warned)
    })
  }
})

nodeTest(
  'more copies than there are brokers are refused, not waited for',
  { skip, timeout: 60_000 },
  (t: TestContext) =>
    assert.rejects(openFor(t, { replicas: 9 }), /Kafka refuses the topics: Replication-factor is invalid/),
)
