import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { go, goTools, installed, missingOf } from '@techbridge/engines'

export const run = promisify(execFile)

/** Why these tools are not used here, for a test to be skipped; false when they are. */
export const whyNoGoTools = (): string | false => {
  if (process.env.TECHBRIDGE_ENGINES !== '1') return 'set TECHBRIDGE_ENGINES=1 to check with Helm and its like'
  return missingOf([go]).join('\n') || false
}

/** The program, built once for all work trees. */
export const goTool = async (name: keyof typeof goTools): Promise<string> =>
  join(await installed(goTools[name]), goTools[name].proof)
