import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from './compose.ts'

export const programOf = (component: string) => `services/${component}/src/main.ts`

/** What a program says of itself. */
export const helpOf = async (program: string): Promise<string> =>
  (await promisify(execFile)(process.execPath, [program, '--help'], { cwd: root })).stdout

/** Names of the settings that a program says it takes. */
const settingsOf = async (program: string): Promise<string[]> =>
  [...(await helpOf(program)).matchAll(/^ {2}([A-Z_]+) /gm)].map(([, name]) => name!)

/** Read by OpenTelemetry, by Node, and by the command of the image: no program of ours lists them. */
const readElsewhere = /^(OTEL_[A-Z_]+|NODE_ENV|SERVICE)$/

/** Those of the names that nothing would read in the process of this component. */
export const unknownSettings = async (component: string, names: string[]): Promise<string[]> => {
  const known = await settingsOf(programOf(component))
  if (known.length === 0) throw new Error(`${programOf(component)} --help lists no settings`)
  return names.filter((name) => !known.includes(name) && !readElsewhere.test(name))
}
