import { eventContracts, rowOf, serviceNames, subscriptions, topics } from '@techbridge/contracts'

const topicRows = Object.entries(topics).map(([topic, settings]) => ({ topic, ...settings }))
const shortName = (topic: string) => topic.replace(/^techbridge\./, '')
const node = (topic: string) => topic.replaceAll('.', '_')

const diagram = () =>
  [
    '```mermaid',
    'flowchart LR',
    ...serviceNames.map((service) => `  ${service}[${service}]`),
    ...topicRows.map(({ topic, partitions }) => `  ${node(topic)}[("${topic}<br/>${partitions} partitions")]`),
    ...topicRows.map(({ topic, publisher }) => `  ${publisher} --> ${node(topic)}`),
    ...subscriptions.map(
      ({ topic, service, reader, isGroup }) => `  ${node(topic)} -.->|${isGroup ? 'group ' : ''}${reader}| ${service}`,
    ),
    '```',
  ].join('\n')

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const topicTable = () =>
  table(
    ['Topic', 'Published by', 'Key', 'Partitions', 'Read by'],
    topicRows.map(({ topic, publisher, aggregate, partitions }) => [
      `\`${topic}\``,
      publisher,
      `id of the ${aggregate}`,
      String(partitions),
      list(subscriptions.filter((one) => one.topic === topic).map(({ reader }) => reader)),
    ]),
  )

const list = (names: readonly string[]) => names.join(', ') || '–'

const serviceTable = () =>
  table(
    ['Service', 'Publishes', 'Groups: what they read, what they change', 'Other readers', 'Engines'],
    serviceNames.map((name) => {
      const { publishes, groups, readers, engines } = rowOf(name)!
      const ofGroups = Object.entries(groups).map(
        ([group, { reads, changes }]) => `${group}: ${list(reads.map(shortName))}; ${list(changes)}`,
      )
      return [
        name,
        list(Object.keys(publishes).map(shortName)),
        ofGroups.join('<br>') || '–',
        list(Object.keys(readers)),
        list(['kafka', ...engines]),
      ]
    }),
  )

const eventTable = () =>
  table(
    ['Event', 'Topic', 'What happened'],
    eventContracts.map(({ type, topic, summary, upcast }) => [
      `\`${type}\``,
      `\`${topic}\``,
      upcast ? `${summary}; no longer published, read as \`${upcast.to.type}\`` : summary,
    ]),
  )

/** Services, topics and consumer groups as a diagram and as tables. */
export const topologyDiagram = () => `# Event flow

Generated from \`packages/contracts/src/services.ts\` by \`npm run docs\`.

${diagram()}

Solid: publishes. Dotted: reads, at least once, in order for each key; without a group, each instance reads for itself.

## Services

${serviceTable()}

## Topics

${topicTable()}

## Events

${eventTable()}
`
