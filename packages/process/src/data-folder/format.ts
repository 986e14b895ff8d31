import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Database } from '@techbridge/sqlite'
import { adoptDatabases } from './adopt.ts'
import { filesOf, isDatabase, sync } from './files.ts'
import { Refused } from './refused.ts'

export interface Migration {
  /** The format that the folder has afterwards. */
  to: number
  what: string
  /** Works on a folder that nobody has open. It may be interrupted and repeated. */
  run(folder: string): Promise<void>
}

/** One for each format that a version cannot read unchanged. New tables and fields are added when a database is opened. */
const migrations: readonly Migration[] = [
  { to: 1, what: 'writes the number of its format into the data folder', run: async () => undefined },
  // Each record moves its history with its next write. The number keeps earlier versions from opening data that they cannot read.
  { to: 2, what: 'keeps histories beside their records', run: async () => undefined },
  // What is there stays as it is, and is read; indexes are converted when they are opened.
  { to: 3, what: 'packs events, histories and what indexes hold', run: async () => undefined },
]

export const currentFormat = migrations.length

const formatFile = (folder: string) => join(folder, 'format')

/** The format of a data folder: 0 from before formats had numbers, `undefined` for a folder without data. */
export const formatOf = (folder: string): number | undefined => {
  if (!existsSync(formatFile(folder))) return existsSync(join(folder, 'events.db')) ? 0 : undefined
  const text = readFileSync(formatFile(folder), 'utf8').trim()
  if (!/^\d{1,6}$/.test(text))
    throw new Refused(`${formatFile(folder)} must hold a number. Restore the folder from a backup.`)
  return Number(text)
}

export const checkKnown = (format: number, where: string, known = currentFormat): void => {
  if (format <= known) return
  throw new Refused(
    `${where} was written by a later version of Techbridge (format ${format}; this version knows up to ${known}). Use that version, or restore a backup of this one.`,
  )
}

const writeFormat = (folder: string, format: number) => {
  const draft = `${formatFile(folder)}.new`
  writeFileSync(draft, `${format}\n`, { mode: 0o600 })
  sync(draft)
  renameSync(draft, formatFile(folder))
  sync(dirname(draft))
}

/**
 * Converts a data folder to the format of this version, step by step. One of a later version is refused. Returns the migrations that
 * were run. A process does this at its start, when nobody else has the folder open.
 */
export const upgrade = async (folder: string, steps: readonly Migration[] = migrations): Promise<Migration[]> => {
  const format = formatOf(folder)
  if (format === undefined)
    throw new Refused(`${folder} holds no data of Techbridge. Give the data folder with --data.`)
  checkKnown(format, folder, steps.length)
  adoptDatabases(folder)
  const todo = steps.filter(({ to }) => to > format)
  // A database that another process has open is refused here, before anything is changed.
  for (const name of filesOf(folder).filter(isDatabase)) new Database(join(folder, name)).close()
  for (const step of todo) {
    await step.run(folder)
    writeFormat(folder, step.to)
  }
  return todo
}

/** At the start of a process: a new folder gets the number of this version, an older one is upgraded, a later one refused. */
export const checkFormat = async (folder: string): Promise<Migration[]> => {
  adoptDatabases(folder)
  const format = formatOf(folder)
  if (format !== undefined && format !== currentFormat) return await upgrade(folder)
  if (format === undefined) {
    try {
      writeFormat(folder, currentFormat)
    } catch {
      // Opening a database there reports what is wrong with the folder.
    }
  }
  return []
}
