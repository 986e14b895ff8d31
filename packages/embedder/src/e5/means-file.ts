import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { centredModel, computeMeans, type Means } from '../means.ts'
import { openE5 } from './e5-embedder.ts'

const fileOf = (folder: string) => join(folder, 'means.json')

const means = z.object({ model: z.string(), means: z.record(z.string(), z.base64()) })

/** What `npm run model` has computed; nothing when that was from other sentences, and the means are then computed when needed. */
export const readMeans = (folder: string, model: string): Means => {
  try {
    const read = means.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')))
    return read.model === centredModel(model) ? read.means : {}
  } catch {
    return {}
  }
}

/** Computes the mean of each language with the model in the folder, and keeps them there. */
export const writeMeans = async (folder: string): Promise<void> => {
  const raw = await openE5(folder)
  try {
    const computed = { model: centredModel(raw.model), means: await computeMeans(raw) }
    writeFileSync(fileOf(folder), JSON.stringify(computed))
  } finally {
    await raw.close()
  }
}
