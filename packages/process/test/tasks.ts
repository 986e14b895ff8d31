import { setTimeout as pause } from 'node:timers/promises'
import { threadId } from 'node:worker_threads'
import { task } from '@techbridge/runtime'

export const thread = task(import.meta.url, 'thread', (input: { n: number }) => ({ ...input, thread: threadId }))
export const failing = task(import.meta.url, 'failing', () => {
  throw new TypeError('no')
})
export const ending = task(import.meta.url, 'ending', () => process.exit(3))
export const waiting = task(import.meta.url, 'waiting', ({ ms }: { ms: number }) => pause(ms))
export const uncopied = task(import.meta.url, 'uncopied', () => () => 'a function')
/** What another thread, whose stack is larger, can write and this one cannot read. */
export const deep = task(import.meta.url, 'deep', ({ levels }: { levels: number }) => {
  let nested: unknown[] = []
  for (let level = 0; level < levels; level++) nested = [nested]
  return nested
})
/** Its name is not the one under which it is exported. */
export const missing = task(import.meta.url, 'elsewhere', () => 'never')
