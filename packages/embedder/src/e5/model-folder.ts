import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Where `npm run model` puts the model, for all work trees. */
const defaultModelFolder = () => join(homedir(), '.cache', 'techbridge', 'models', 'e5-small')

export const modelFolder = (chosen?: string) => resolve(chosen || process.env.TECHBRIDGE_MODEL || defaultModelFolder())

export const files = { graph: 'model.onnx', vocabulary: 'vocabulary.bin', about: 'model.json' } as const

/** One more when the graph is written otherwise, so that a model of an earlier version is made anew. */
export const format = 1

const about = z.object({ format: z.literal(format), model: z.string().min(1), dimension: z.int().min(1) })
export type About = z.output<typeof about>

/** What is in the folder; `undefined` when there is no model of this format. */
export const readAbout = (folder: string): About | undefined => {
  if (Object.values(files).some((file) => !existsSync(join(folder, file)))) return undefined
  const read = about.safeParse(JSON.parse(readFileSync(join(folder, files.about), 'utf8')))
  return read.success ? read.data : undefined
}

/** The folder of the model that `npm run model` has brought, if it has. */
export const installedModel = (): string | undefined => {
  const folder = modelFolder()
  return readAbout(folder) && folder
}
