import { isInstalled } from './cache.ts'
import { engineNames, type Kind, type ProgramName } from './kind.ts'
import { kinds } from './kinds.ts'
import { missingOf } from './tools.ts'

/** The tools that are missing for these engines, or for another program, on this machine, one line of text each; none when they can start. */
export const missingTools = (names: readonly ProgramName[] = engineNames, path = process.env.PATH): string[] => {
  if (process.platform !== 'linux') return ['Linux is missing: elsewhere use docker-compose.yml']
  const toolsOf = (kind: Kind) => [...kind.toolsToRun, ...(isInstalled(kind) ? [] : kind.toolsToInstall)]
  return missingOf(
    names.flatMap((name) => toolsOf(kinds[name])),
    path,
  )
}
