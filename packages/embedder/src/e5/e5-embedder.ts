import { Worker } from 'node:worker_threads'
import { Unavailable } from '@techbridge/port'
import type { RawEmbedder } from '../embedder.ts'
import type { Question, Said } from './messages.ts'
import { files, readAbout } from './model-folder.ts'

const script = new URL('./worker.ts', import.meta.url)

/** The model cannot be used on this machine, and will not be by asking again. */
export class NoModel extends Error {
  override name = 'NoModel'
}

interface Asked {
  resolve(vectors: Float32Array[]): void
  reject(error: Error): void
}

/** A thread that has loaded the model. It keeps a process alive only while something is asked of it. */
const startThread = async (folder: string) => {
  const thread = new Worker(script, { workerData: { folder } })
  const underWay = new Map<number, Asked>()
  const loaded = Promise.withResolvers<void>()
  let ended: string | undefined
  const end = (why: string) => {
    ended ??= why
    loaded.reject(new NoModel(why))
    for (const { reject } of underWay.values()) reject(new Unavailable(`the thread of the model has ended: ${ended}`))
    underWay.clear()
  }
  thread.on('message', (said: Said) => {
    if (said === 'ready') return loaded.resolve()
    if ('failed' in said) return end(said.failed)
    const asked = underWay.get(said.number)
    underWay.delete(said.number)
    if (underWay.size === 0) thread.unref()
    if ('error' in said) asked?.reject(new Unavailable(`the model failed: ${said.error}`))
    else asked?.resolve(said.vectors)
  })
  thread.on('error', (error) => end(String(error)))
  thread.on('exit', (code) => end(`it exited with ${code}`))
  await loaded.promise
  thread.unref()
  return {
    hasEnded: () => ended !== undefined,
    ask: (question: Question) =>
      new Promise<Float32Array[]>((resolve, reject) => {
        if (ended !== undefined) return reject(new Unavailable(`the thread of the model has ended: ${ended}`))
        underWay.set(question.number, { resolve, reject })
        thread.ref()
        thread.postMessage(question)
      }),
    stop: async () => {
      end('it was stopped')
      await thread.terminate()
    },
  }
}

/**
 * e5-small in a thread of its own, which computes with one core. Fails with `NoModel` when the folder has no model or its native parts do not
 * load. A thread that ends is started anew by the next call.
 */
export const openE5 = async (folder: string): Promise<RawEmbedder> => {
  const about = readAbout(folder)
  if (!about) throw new NoModel(`${folder} has no ${Object.values(files).join(', ')} of this version`)
  let thread: ReturnType<typeof startThread> | undefined = startThread(folder)
  let asked = 0
  let isClosed = false
  await thread
  return {
    model: about.model,
    dimension: about.dimension,
    embed: async (texts, kind) => {
      if (isClosed) throw new Unavailable('the model is closed')
      if (thread && (await thread).hasEnded()) thread = undefined
      thread ??= startThread(folder)
      asked += 1
      const number = asked
      return (await thread).ask({ number, texts, kind })
    },
    close: async () => {
      isClosed = true
      await (await thread)?.stop()
    },
  }
}
