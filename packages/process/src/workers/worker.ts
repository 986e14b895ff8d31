import { parentPort } from 'node:worker_threads'
import type { Task } from '@techbridge/runtime'
import type { Answer, Question } from './workers.ts'

const outputOf = async ({ module, name, input }: Question): Promise<unknown> => {
  const tasks: Record<string, Task<unknown, unknown>> = await import(module)
  const task = tasks[name]
  if (!task) throw new Error(`${module} exports no task "${name}"`)
  return task.run(input)
}

const give = (answer: Answer) => parentPort?.postMessage(answer)

const answer = async (question: Question): Promise<void> => {
  try {
    give({ number: question.number, output: await outputOf(question) })
  } catch (error) {
    give({ number: question.number, error })
  }
}

/** Does the tasks that it is sent, one after the other: what it ends over is the first of those that it has not answered. */
let last = Promise.resolve()
parentPort?.on('message', (question: Question) => {
  last = last.then(() => answer(question))
})
/** Nobody knows which question it was: the worker ends over it once those before are answered. */
parentPort?.on('messageerror', (error) => {
  last = last.then(() => Promise.reject(error))
})
