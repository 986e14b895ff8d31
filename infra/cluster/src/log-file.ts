import { closeSync, copyFileSync, fstatSync, ftruncateSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

const largestBytes = 20 * 1024 * 1024
const lookEveryMs = 60_000

/**
 * A file that a process can be given as its output, opened for appending. When it has grown beyond 20 MB its content moves to
 * `FILE.1`, in the place of what stood there; a line that is written in that moment may be lost.
 */
export const openLogFile = (file: string, limit = largestBytes) => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const descriptor = openSync(file, 'a', 0o600)
  const rotate = () => {
    if (fstatSync(descriptor).size <= limit) return
    copyFileSync(file, `${file}.1`)
    ftruncateSync(descriptor)
  }
  rotate()
  const looks = setInterval(rotate, lookEveryMs).unref()
  return {
    descriptor,
    close: () => {
      clearInterval(looks)
      closeSync(descriptor)
    },
  }
}
