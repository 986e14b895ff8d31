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
  /** What is under way fails; nothing more is taken. */
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

/** The place of a worker, which another takes when it ends. */
class Slot {
  readonly #log: Pick<Logger, 'error'>
  readonly #underWay = new Map<number, Asked>()
  #worker: Worker
  #stopped = false

  constructor(log: Pick<Logger, 'error'>) {
    this.#log = log
    this.#worker = this.#start()
  }

  get load(): number {
    return this.#underWay.size
  }

  ask(asked: Asked): void {
    if (this.#stopped) asked.reject(stopped())
    else {
      this.#underWay.set(asked.question.number, asked)
      this.#worker.postMessage(asked.question)
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
    worker.on('exit', (code) => this.#ended(code, cause))
    return worker
  }

  #ended(code: number, cause: unknown): void {
    const left = [...this.#underWay.values()]
    this.#underWay.clear()
    if (this.#stopped) {
      for (const { reject } of left) reject(stopped())
      return
    }
    this.#log.error({ err: cause, code, tasks: left.length }, 'a worker has ended; another takes its place')
    this.#worker = this.#start()
    // The first of them is what it ended over, if any of them.
    const [first] = left
    if (first) first.ended += 1
    for (const asked of left) {
      if (asked.ended < mostEnds) this.ask(asked)
      else asked.reject(new Error(`workers end over ${asked.question.name}`, { cause }))
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#worker.terminate()
  }
}
