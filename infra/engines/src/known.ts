import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache.ts'
import { isAlive } from './process.ts'
import { readState } from './state.ts'

const list = () => join(cacheFolder(), 'running')
const entryOf = (folder: string) => join(list(), createHash('sha256').update(folder).digest('hex').slice(0, 24))

/** Records the folder of an engine that was started, so that `status` finds it by itself. */
export const remember = (folder: string): void => {
  mkdirSync(list(), { recursive: true })
  writeFileSync(entryOf(folder), folder)
}

/** The data folders in which engines of this user are running, whichever process started them. Removes those that have ended. */
export const runningDataFolders = (): string[] => {
  const folders = entries().filter((folder) => {
    const { process } = readState(folder)
    const runs = process !== undefined && isAlive(process)
    if (!runs) rmSync(entryOf(folder), { force: true })
    return runs
  })
  return [...new Set(folders.map(dirname))].sort()
}

const entries = (): string[] => {
  try {
    return readdirSync(list()).map((name) => readFileSync(join(list(), name), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
