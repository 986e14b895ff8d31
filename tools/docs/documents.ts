import { join } from 'node:path'
import { asyncapi } from './asyncapi.ts'
import { decisionIndex } from './decisions.ts'
import { openapi } from './openapi.ts'
import { readmeWithPicture } from './system-picture.ts'
import { topologyDiagram } from './topology-diagram.ts'
import { workflows } from './workflows.ts'

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`

/** Every generated document: its path from the root, and what makes its text. A new one is a line here. */
export const documents: Record<string, () => string> = {
  'docs/api/openapi.json': () => json(openapi()),
  'docs/api/asyncapi.json': () => json(asyncapi()),
  'docs/api/topology.md': topologyDiagram,
  'docs/api/workflows.md': workflows,
  'README.md': readmeWithPicture,
  'docs/adr/README.md': () => decisionIndex(join(import.meta.dirname, '../../docs/adr')),
}
