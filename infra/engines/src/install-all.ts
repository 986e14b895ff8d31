import { installed } from './cache.ts'
import { goTools } from './go-tools.ts'
import type { ProgramName } from './kind.ts'
import { kinds } from './kinds.ts'
import { missingTools } from './missing-tools.ts'
import { go, missingOf } from './tools.ts'

/** Installs the engines, the proxy and the programs that check the deployment files, so that tests need not wait for it. */
export const installAll = async (): Promise<void> => {
  const missing = new Set([...missingTools(Object.keys(kinds) as ProgramName[]), ...missingOf([go])])
  if (missing.size > 0) throw new Error([...missing].join('\n'))
  for (const program of [...Object.values(kinds), ...Object.values(goTools)]) await installed(program)
}
