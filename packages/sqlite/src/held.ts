import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** In each folder with databases: the names of those that have been opened there, one per line. */
export const databaseList = (folder: string) => join(folder, 'databases')
const listOf = (file: string) => databaseList(dirname(file))

const isListed = (file: string): boolean =>
  existsSync(listOf(file)) && readFileSync(listOf(file), 'utf8').split('\n').includes(basename(file))

/** Fails when the file of a known database is missing or empty: opening it as a new one would hide the loss. */
export const checkHeld = (file: string): void => {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size || !isListed(file)) return
  throw new Error(
    `${file} cannot be opened: it is ${size === 0 ? 'empty' : 'not there'} and has held data; restore the folder from a backup, or to begin this database anew take its line out of ${listOf(file)}`,
  )
}

/** Records that the folder holds the database. */
export const noteHeld = (file: string): void => {
  if (isListed(file)) return
  const list = openSync(listOf(file), 'a', 0o600)
  try {
    writeSync(list, `${basename(file)}\n`)
    fsyncSync(list)
  } finally {
    closeSync(list)
  }
}
