import { type EventContract, eventContracts, subscriptions, type Topic, topics } from '@techbridge/contracts'
import { z } from 'zod'

type Json = Record<string, unknown>
const topicEntries = Object.entries(topics) as [Topic, (typeof topics)[Topic]][]
const ref = (...path: string[]) => ({ $ref: ['#', ...path].join('/') })
const eventsOn = (topic: Topic) => eventContracts.filter((contract) => contract.topic === topic)
const byType = <T>(contracts: readonly EventContract[], make: (contract: EventContract) => T) =>
  Object.fromEntries(contracts.map((contract) => [contract.type, make(contract)]))

/** What may stand in the log for this event: `input`, because defaults are filled in when it is read. */
const jsonSchema = ({ envelope }: EventContract) => {
  const { $schema, definitions, ...payload } = JSON.parse(
    JSON.stringify(z.toJSONSchema(envelope, { io: 'input', target: 'draft-7' })).replaceAll(
      '"#/definitions/',
      '"#/components/schemas/',
    ),
  ) as { $schema: string; definitions?: Record<string, { id?: string }> } & Json
  const shared = Object.entries(definitions ?? {}).map(([name, { id, ...schema }]) => [name, schema] as const)
  return { payload, shared: Object.fromEntries(shared) }
}

const channel = ([topic, { partitions, aggregate }]: (typeof topicEntries)[number]) => ({
  address: topic,
  description: `Events of each ${aggregate}, in the order of its history.`,
  messages: byType(eventsOn(topic), ({ type }) => ref('components', 'messages', type)),
  bindings: { kafka: { topic, partitions, bindingVersion: '0.5.0' } },
})

const message = (contract: EventContract) => ({
  name: contract.type,
  summary: contract.summary,
  ...(contract.upcast && {
    description: `No longer published. What the log holds of it is read as ${contract.upcast.to.type}.`,
    'x-read-as': contract.upcast.to.type,
  }),
  'x-audience': contract.audiences,
  contentType: 'application/cloudevents+json',
  payload: jsonSchema(contract).payload,
  bindings: {
    kafka: {
      key: { type: 'string', description: 'The subject: the id of the aggregate' },
      bindingVersion: '0.5.0',
    },
  },
})

const overTopic = (topic: Topic) => ({
  channel: ref('channels', topic),
  messages: eventsOn(topic).map(({ type }) => ref('channels', topic, 'messages', type)),
})

const publications = topicEntries.map(([topic, { publisher }]) => [
  `${publisher}.publishes.${topic}`,
  { action: 'send', summary: `${publisher} publishes to ${topic}`, ...overTopic(topic) },
])

const receptions = subscriptions.map(({ topic, service, reader, isGroup }) => [
  `${reader}.reads.${topic}`,
  {
    action: 'receive',
    summary: isGroup
      ? `The group ${reader} reads ${topic}, at least once, in order for each aggregate`
      : `The ${reader} of ${service} reads ${topic} without a group, each instance for itself`,
    ...overTopic(topic),
    ...(isGroup && { bindings: { kafka: { groupId: { type: 'string', enum: [reader] }, bindingVersion: '0.5.0' } } }),
  },
])

/** The event flow as an AsyncAPI 3.0 document. */
export const asyncapi = () => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Techbridge events',
    version: '1',
    description: 'CloudEvents 1.0 in JSON. Schemas only grow; anything else is a new version of the type.',
    license: { name: 'Apache-2.0' },
  },
  defaultContentType: 'application/cloudevents+json',
  channels: Object.fromEntries(topicEntries.map((entry) => [entry[0], channel(entry)])),
  operations: Object.fromEntries([...publications, ...receptions]),
  components: {
    messages: byType(eventContracts, message),
    schemas: Object.assign({}, ...eventContracts.map((contract) => jsonSchema(contract).shared)),
  },
})
