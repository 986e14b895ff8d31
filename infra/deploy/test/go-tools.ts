import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const run = promisify(execFile)

/** What the deployment files are checked with. Kubernetes' schemas are inside kubectl-validate, those of Compose in its loader. */
const sources = {
  helm: { path: 'helm.sh/helm/v3/cmd/helm', version: 'v3.22.0' },
  'kubectl-validate': { path: 'sigs.k8s.io/kubectl-validate', version: 'v0.0.5-0.20260105161640-a97ccfaca20b' },
  'compose-go': { path: 'github.com/compose-spec/compose-go/v2/cmd', version: 'v2.16.2' },
}

const go = 'go'
const cache = join(homedir(), '.cache', 'techbridge', 'tools')

/** Why these tools are not used here, for a test to be skipped; false when they are. */
export const whyNoGoTools = (): string | false => {
  if (process.env.TECHBRIDGE_ENGINES !== '1') return 'set TECHBRIDGE_ENGINES=1 to check with Helm and its like'
  const { error } = spawnSync(go, ['version'])
  return error ? 'Go is missing: it builds Helm and its like, once (https://go.dev/doc/install)' : false
}

/** The program, built once for all work trees. It appears complete or not at all. */
export const goTool = async (name: keyof typeof sources): Promise<string> => {
  const { path, version } = sources[name]
  const home = join(cache, `${name}-${version}`)
  const program = join(home, path.split('/').at(-1)!)
  if (existsSync(program)) return program
  console.error(`Building ${name} ${version} (some minutes, once) into ${home}`)
  mkdirSync(cache, { recursive: true })
  const staging = mkdtempSync(join(cache, '.building-'))
  try {
    await run(go, ['install', `${path}@${version}`], { env: { ...process.env, GOBIN: staging, GOFLAGS: '' } })
    if (!existsSync(program)) renameSync(staging, home)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  return program
}
