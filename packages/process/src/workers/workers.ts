import { Worker } from 'node:worker_threads'
import type { Offload, Task } from '@techbridge/runtime'
import type { Logger } from 'pino'

export interface Question {
  number: number
  module: string
  name: string
  input: unknown
}

export type Answer = { number: number; output: unknown } | { number: number; error: unknown }

interface Asked {
  question: Question
  /** Workers that ended over it. */
  ended: number
  resolve(output: unknown): void
  reject(error: unknown): void
}

export interface Workers {
  offload: Offload
  /** What is under way fails; nothing more is taken. A worker that does not end is left after five seconds. */
  stop(): Promise<void>
}

/** A task over which so many workers have ended fails. */
const mostEnds = 2
const script = new URL('./worker.ts', import.meta.url)

/**
 * Threads that do tasks. One that ends is told of in the log, and another does what it had: tasks are pure, so nothing is lost or done
 * twice. Its memory goes with it.
 */
export const startWorkers = (count: number, log: Pick<Logger, 'error'>): Workers => {
  const slots = Array.from({ length: count }, () => new Slot(log))
  let asked = 0
  return {
    offload: <I, O>({ module, name }: Task<I, O>, input: I) => {
      const [least] = slots.toSorted((one, other) => one.load - other.load)
      return new Promise<O>((resolve, reject) => {
        asked += 1
        const question = { number: asked, module, name, input }
        const ask: Asked = { question, ended: 0, resolve: (output) => resolve(output as O), reject }
        if (least) least.ask(ask)
        else reject(new Error('there are no workers'))
      })
    },
    stop: async () => {
      await Promise.all(slots.map((slot) => slot.stop()))
    },
  }
}

const stopped = () => new Error('the workers have been stopped')

/** Milliseconds that a worker gets to end: one within a call that is not JavaScript does not notice that it should. */
const longestEndMs = 5000
const longestEnd = () => new Promise<void>((resolve) => setTimeout(resolve, longestEndMs).unref())

/** The place of a worker, which another takes when that has ended and there is something to do. */
class Slot {
  readonly #log: Pick<Logger, 'error'>
  readonly #underWay = new Map<number, Asked>()
  #worker: Worker | undefined
  #stopped = false

  constructor(log: Pick<Logger, 'error'>) {
    this.#log = log
    this.#worker = this.#start()
  }

  get load(): number {
    return this.#underWay.size
  }

  /** What cannot be sent, or finds no worker, fails at once. */
  ask(asked: Asked): void {
    if (this.#stopped) {
      asked.reject(stopped())
      return
    }
    try {
      this.#worker ??= this.#start()
      this.#worker.postMessage(asked.question)
      this.#underWay.set(asked.question.number, asked)
    } catch (error) {
      asked.reject(error)
    }
  }

  #start(): Worker {
    const worker = new Worker(script)
    worker.unref()
    worker.on('message', (answer: Answer) => {
      const asked = this.#underWay.get(answer.number)
      this.#underWay.delete(answer.number)
      if ('error' in answer) asked?.reject(answer.error)
      else asked?.resolve(answer.output)
    })
    let cause: unknown
    worker.on('error', (error) => {
      cause = error
    })
    // Nothing tells which answer could not be read; without it, its task would be waited for without end.
    worker.on('messageerror', (error) => {
      cause = error
      void worker.terminate()
    })
    worker.on('exit', (code) => this.#ended(code, cause))
    return worker
  }

  #ended(code: number, cause: unknown): void {
    this.#worker = undefined
    if (this.#stopped) return
    const left = this.#takeLeft()
    this.#log.error({ err: cause, code, tasks: left.length }, 'a worker has ended; another takes its place')
    // The first of them is what it ended over, if any of them.
    const [first] = left
    if (first) first.ended += 1
    for (const asked of left) {
      if (asked.ended < mostEnds) this.ask(asked)
      else asked.reject(new Error(`workers end over ${asked.question.name}`, { cause }))
    }
  }

  #takeLeft(): Asked[] {
    const left = [...this.#underWay.values()]
    this.#underWay.clear()
    return left
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const { reject } of this.#takeLeft()) reject(stopped())
    await Promise.race([this.#worker?.terminate(), longestEnd()])
  }
}
