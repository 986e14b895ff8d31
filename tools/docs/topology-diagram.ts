import { eventContracts, topics } from '@techbridge/contracts'
import { consumers } from './consumers.ts'

const topicRows = Object.entries(topics).map(([topic, settings]) => ({ topic, ...settings }))
const services = [...new Set([...topicRows.map(({ publisher }) => publisher), ...consumers.map(({ group }) => group)])]
const node = (topic: string) => topic.replaceAll('.', '_')

const diagram = () =>
  [
    '```mermaid',
    'flowchart LR',
    ...services.map((service) => `  ${service}[${service}]`),
    ...topicRows.map(({ topic, partitions }) => `  ${node(topic)}[("${topic}<br/>${partitions} partitions")]`),
    ...topicRows.map(({ topic, publisher }) => `  ${publisher} --> ${node(topic)}`),
    ...consumers.map(({ group, topic }) => `  ${node(topic)} -.->|group ${group}| ${group}`),
    '```',
  ].join('\n')

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const topicTable = () =>
  table(
    ['Topic', 'Published by', 'Key', 'Partitions', 'Read by the groups'],
    topicRows.map(({ topic, publisher, aggregate, partitions }) => [
      `\`${topic}\``,
      publisher,
      `id of the ${aggregate}`,
      String(partitions),
      consumers
        .filter((consumer) => consumer.topic === topic)
        .map(({ group }) => group)
        .join(', ') || '–',
    ]),
  )

const eventTable = () =>
  table(
    ['Event', 'Topic', 'What happened'],
    eventContracts.map(({ type, topic, summary }) => [`\`${type}\``, `\`${topic}\``, summary]),
  )

/** Services, topics and consumer groups as a diagram and as tables. */
export const topologyDiagram = () => `# Event flow

Generated from \`packages/contracts/src/topology.ts\` by \`npm run docs\`.

${diagram()}

Solid: publishes. Dotted: reads, at least once, in order for each key.

## Topics

${topicTable()}

## Events

${eventTable()}
`
