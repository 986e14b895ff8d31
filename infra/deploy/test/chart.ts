import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { root } from './compose.ts'
import { goTool, run } from './go-tools.ts'

export const chart = join(root, 'infra/k8s')
export const kubernetes = '1.35'
/** Values under which the chart is looked at: no more than must be given, every option, and none of the protection. */
export const valuesFiles = ['default', 'all', 'open'].map((name) => join(chart, 'ci', `${name}-values.yaml`))

export interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string; labels: Record<string, string> }
  spec: any
  data?: Record<string, string>
}

/** Renders the chart; fails with what Helm says. */
export const render = async (valuesFile: string, set: Record<string, string> = {}): Promise<string> => {
  const overrides = Object.entries(set).flatMap(([name, value]) => ['--set-string', `${name}=${value}`])
  const options = ['--kube-version', `${kubernetes}.0`, '--values', valuesFile, ...overrides]
  return (await run(await goTool('helm'), ['template', 'tb', chart, ...options])).stdout
}

export const manifestsOf = (rendered: string) =>
  parseAllDocuments(rendered).map((document) => document.toJS() as Manifest)

export const ofKind = (manifests: Manifest[], kind: string) => manifests.filter((manifest) => manifest.kind === kind)

export const componentOf = ({ metadata }: Manifest) => metadata.labels['app.kubernetes.io/component']!
