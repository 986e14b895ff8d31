import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { go, goProgram, installed, missingOf } from '@techbridge/engines'

export const run = promisify(execFile)

/** What the deployment files are checked with. Kubernetes' schemas are inside kubectl-validate, those of Compose in its loader. */
const programs = {
  helm: goProgram('Helm', 'helm.sh/helm/v3/cmd/helm', 'v3.22.0'),
  'kubectl-validate': goProgram(
    'kubectl-validate',
    'sigs.k8s.io/kubectl-validate',
    'v0.0.5-0.20260105161640-a97ccfaca20b',
  ),
  'compose-go': goProgram('compose-go', 'github.com/compose-spec/compose-go/v2/cmd', 'v2.16.2'),
}

/** Why these tools are not used here, for a test to be skipped; false when they are. */
export const whyNoGoTools = (): string | false => {
  if (process.env.TECHBRIDGE_ENGINES !== '1') return 'set TECHBRIDGE_ENGINES=1 to check with Helm and its like'
  return missingOf([go]).join('\n') || false
}

/** The program, built once for all work trees. */
export const goTool = async (name: keyof typeof programs): Promise<string> =>
  join(await installed(programs[name]), programs[name].proof)
