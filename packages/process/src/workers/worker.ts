import { parentPort } from 'node:worker_threads'
import type { Task } from '@techbridge/runtime'
import type { Answer, Question } from './workers.ts'

/** Does the tasks that it is sent, one after the other. */
parentPort?.on('message', async ({ number, module, name, input }: Question) => {
  const answer = async (): Promise<Answer> => {
    try {
      const tasks: Record<string, Task<unknown, unknown>> = await import(module)
      return { number, output: await tasks[name]?.run(input) }
    } catch (error) {
      return { number, error }
    }
  }
  parentPort?.postMessage(await answer())
})
