import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const mostBytes = 64 * 1024

/** The last lines of a log, from `start` (in bytes) on; empty when there is no log. */
export const tail = (file: string, lines: number, start = 0): string => {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return ''
  }
  try {
    const { size } = fstatSync(descriptor)
    const from = Math.max(start, size - mostBytes)
    const bytes = Buffer.alloc(Math.max(0, size - from))
    readSync(descriptor, bytes, 0, bytes.length, from)
    return bytes.toString().trimEnd().split('\n').slice(-lines).join('\n')
  } finally {
    closeSync(descriptor)
  }
}
