import { join } from 'node:path'
import { chartSchema, chartValues } from '../manifest/chart.ts'
import { composeFile } from '../manifest/compose.ts'
import { dockerfile } from '../manifest/image.ts'
import { localPackage, localServices } from '../manifest/local.ts'
import { asyncapi } from './asyncapi.ts'
import { decisionIndex } from './decisions.ts'
import { openapi } from './openapi.ts'
import { readmeWithPicture } from './system-picture.ts'
import { topologyDiagram } from './topology-diagram.ts'
import { workflows } from './workflows.ts'

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`

/** Every file that is generated, whole or in part: its path from the root, and what makes its text. A new one is a line here. */
export const documents: Record<string, () => string> = {
  'docs/api/openapi.json': () => json(openapi()),
  'docs/api/asyncapi.json': () => json(asyncapi()),
  'docs/api/topology.md': topologyDiagram,
  'docs/api/workflows.md': workflows,
  'README.md': readmeWithPicture,
  'docker-compose.yml': composeFile,
  'infra/docker/Dockerfile': dockerfile,
  'infra/k8s/values.yaml': chartValues,
  'infra/k8s/values.schema.json': chartSchema,
  'infra/local/package.json': localPackage,
  'infra/local/src/services.ts': localServices,
  'docs/adr/README.md': () => decisionIndex(join(import.meta.dirname, '../../docs/adr')),
}
