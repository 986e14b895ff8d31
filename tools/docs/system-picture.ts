import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceNames, subscriptions, topics } from '@techbridge/contracts'

const publications = Object.entries(topics).map(([topic, { publisher }]) => ({ topic, publisher }))
const id = (topic: string) => topic.replaceAll('.', '_')
const shortName = (topic: string) => topic.replace(/^techbridge\./, '')

/** People, services and the event log between them, as a diagram that fits the top of a page. */
const systemPicture = () =>
  [
    '```mermaid',
    'flowchart LR',
    '  people(["providers, seekers,<br/>transfer officers"])',
    '  subgraph services',
    ...serviceNames.map((service) => `    ${service}`),
    '  end',
    '  subgraph log [event log]',
    ...publications.map(({ topic }) => `    ${id(topic)}[("${shortName(topic)}")]`),
    '  end',
    '  people -->|HTTP API| services',
    ...publications.map(({ topic, publisher }) => `  ${publisher} --> ${id(topic)}`),
    ...new Set(subscriptions.map(({ topic, service }) => `  ${id(topic)} -.-> ${service}`)),
    '```',
  ].join('\n')

const place = /(<!-- system picture[^>]*-->\n)[\s\S]*?(<!-- end -->)/

/** README.md with the picture in its place as the topology has it now. */
export const readmeWithPicture = () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  if (!place.test(readme))
    throw new Error('README.md lacks the place for the picture: <!-- system picture … --> <!-- end -->')
  return readme.replace(place, (_, begin: string, end: string) => `${begin}\n${systemPicture()}\n\n${end}`)
}
