import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProcessId } from './process.ts'

/** What is known of an engine between two commands, in `engine.json` of its folder. */
export interface State {
  ports?: number[]
  process?: ProcessId
  /** Somebody took it down, so that nobody starts it again unasked. */
  stopped?: boolean
}

const fileOf = (folder: string) => join(folder, 'engine.json')

export const readState = (folder: string): State => {
  try {
    return JSON.parse(readFileSync(fileOf(folder), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

export const writeState = (folder: string, state: State): void => {
  mkdirSync(folder, { recursive: true })
  const next = `${fileOf(folder)}.next`
  writeFileSync(next, `${JSON.stringify(state)}\n`)
  renameSync(next, fileOf(folder))
}
