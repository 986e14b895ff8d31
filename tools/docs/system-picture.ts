import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceNames, services, subscriptions, topics } from '@techbridge/contracts'

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

const serviceList = () => serviceNames.map((name) => `- \`${name}\`: ${services[name].about}`).join('\n')

/** What is generated, by the name of its place. */
const parts = { 'system picture': systemPicture, services: serviceList }

/** README.md with the picture and the list of services as the topology has them now. */
export const readmeWithPicture = () => {
  let readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  for (const [name, part] of Object.entries(parts)) {
    const place = new RegExp(`(<!-- ${name}[^>]*-->\\n)[\\s\\S]*?(<!-- end -->)`)
    if (!place.test(readme))
      throw new Error(`README.md lacks the place for the ${name}: <!-- ${name} … --> <!-- end -->`)
    readme = readme.replace(place, (_, begin: string, end: string) => `${begin}\n${part()}\n\n${end}`)
  }
  return readme
}
