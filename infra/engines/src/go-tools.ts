import { goProgram } from './go-program.ts'

/** What the deployment files are checked with. Kubernetes' schemas are inside kubectl-validate, those of Compose in its loader. */
export const goTools = {
  helm: goProgram('Helm', 'helm.sh/helm/v3/cmd/helm', 'v3.22.0'),
  'kubectl-validate': goProgram(
    'kubectl-validate',
    'sigs.k8s.io/kubectl-validate',
    'v0.0.5-0.20260105161640-a97ccfaca20b',
  ),
  'compose-go': goProgram('compose-go', 'github.com/compose-spec/compose-go/v2/cmd', 'v2.16.2'),
}
