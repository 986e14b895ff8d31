import { threadId } from 'node:worker_threads'
import { task } from '@techbridge/runtime'

export const thread = task(import.meta.url, 'thread', (input: { n: number }) => ({ ...input, thread: threadId }))
export const failing = task(import.meta.url, 'failing', () => {
  throw new TypeError('no')
})
export const ending = task(import.meta.url, 'ending', () => process.exit(3))
