import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Kind } from '../embedder.ts'
import { unit } from '../vectors.ts'
import type { Question, Said } from './messages.ts'
import { files } from './model-folder.ts'
import { createTokenizer } from './tokenizer.ts'

/** What one text may have, prefix and marks included: title and abstract of most profiles, at 0.2 seconds. */
const mostPieces = 256

const tell = (said: Said) => parentPort?.postMessage(said)

const load = async (folder: string) => {
  // Loaded here alone, since it has native parts that need not be there.
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  const session = await InferenceSession.create(join(folder, files.graph), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
  })
  const tokenizer = createTokenizer(readFileSync(join(folder, files.vocabulary)))
  return async (text: string, kind: Kind): Promise<Float32Array> => {
    const pieces = tokenizer.pieces(`${kind}: ${text}`).slice(0, mostPieces - 2)
    const all = BigInt64Array.from([tokenizer.begin, ...pieces, tokenizer.end], BigInt)
    const { mean } = await session.run({ pieces: new Tensor('int64', all, [all.length]) })
    if (!(mean?.data instanceof Float32Array)) throw new Error('the model gave no vector')
    return unit(mean.data)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

try {
  const embed = await load(workerData.folder)
  const answer = async ({ number, texts, kind }: Question): Promise<Said> => {
    try {
      const vectors: Float32Array[] = []
      for (const text of texts) vectors.push(await embed(text, kind))
      return { number, vectors }
    } catch (error) {
      return { number, error: messageOf(error) }
    }
  }
  let last = Promise.resolve()
  parentPort?.on('message', (question: Question) => {
    last = last.then(async () => tell(await answer(question)))
  })
  tell('ready')
} catch (error) {
  tell({ failed: messageOf(error) })
}
