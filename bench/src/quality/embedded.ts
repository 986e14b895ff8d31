import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { installedModel } from '@techbridge/embedder'
import { openE5 } from '../../../packages/embedder/src/e5/e5-embedder.ts'
import { readMeans } from '../../../packages/embedder/src/e5/means-file.ts'
import { modelFolder } from '../../../packages/embedder/src/e5/model-folder.ts'
import type { Embedder, RawEmbedder } from '../../../packages/embedder/src/embedder.ts'
import { centred } from '../../../packages/embedder/src/means.ts'

const keyBytes = 16
const folder = join(homedir(), '.cache', 'techbridge', 'bench')

const keyOf = (text: string, kind: string) => createHash('sha256').update(`${kind}\n${text}`).digest('hex').slice(0, 32)

/** The model as it is, and as the service has it, each text embedded once on this machine; `undefined` where there is no model. */
export interface EmbeddedOnce {
  raw: RawEmbedder
  embedder: Embedder
}

export const openEmbeddedOnce = async (): Promise<EmbeddedOnce | undefined> => {
  const where = installedModel()
  if (!where) {
    console.log('no model: skipped. `npm run model` brings one.')
    return undefined
  }
  const model = await openE5(modelFolder(where))
  const raw = remembered(model)
  return { raw, embedder: centred(raw, readMeans(modelFolder(where), raw.model)) }
}

/** Vectors in one file beside the model, each behind the hash of its text. */
const remembered = (model: RawEmbedder): RawEmbedder => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${model.model}.bin`)
  const known = new Map<string, Float32Array>()
  const size = keyBytes + 4 * model.dimension
  if (existsSync(file)) {
    const bytes = readFileSync(file)
    for (let at = 0; at + size <= bytes.length; at += size) {
      const numbers = new Uint8Array(bytes.subarray(at + keyBytes, at + size))
      known.set(bytes.toString('hex', at, at + keyBytes), new Float32Array(numbers.buffer))
    }
  }
  const embedOne = async (text: string, kind: Parameters<RawEmbedder['embed']>[1]) => {
    const key = keyOf(text, kind)
    const found = known.get(key)
    if (found) return found
    const [vector] = await model.embed([text], kind)
    if (!vector) throw new Error('the model gave no vector')
    appendFileSync(file, Buffer.concat([Buffer.from(key, 'hex'), Buffer.from(Float32Array.from(vector).buffer)]))
    known.set(key, vector)
    return vector
  }
  return {
    model: model.model,
    dimension: model.dimension,
    embed: async (texts, kind) => {
      const vectors: Float32Array[] = []
      for (const text of texts) vectors.push(await embedOne(text, kind))
      return vectors
    },
    close: model.close,
  }
}
