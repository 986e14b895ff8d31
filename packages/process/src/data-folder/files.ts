import { closeSync, constants, existsSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { makeFolder } from '@techbridge/sqlite'
import { Refused } from './refused.ts'

export { makeFolder }

/** The files that make up a data folder: databases, keys and marks, without the files that SQLite keeps beside a database. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(-wal|-shm|-journal)$/.test(entry.name))
    .map(({ name }) => name)
    .sort()

/** Folders of a data folder that hold files and the keys that seal them. What is there never changes, but for keys. */
const trees = ['files', 'keys']

/** The paths of everything in a folder, each folder after what is in it. */
export const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? [...pathsIn(path), path] : [path]
  })

/** The files of documents and their keys, by their paths in the data folder; without drafts, which are nothing yet. */
export const keptFilesOf = (folder: string): string[] =>
  trees
    .map((tree) => join(folder, tree, 'objects'))
    .filter((path) => existsSync(path))
    .flatMap(pathsIn)
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => relative(folder, path))
    .sort()

export const isDatabase = (name: string): boolean => name.endsWith('.db')

/** Copies a file unchanged, into folders that are made for it; shares its blocks where the file system supports that. */
export const copyInto = async (from: string, name: string, to: string): Promise<void> => {
  makeFolder(dirname(join(to, name)))
  await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE)
}

export const isInside = (folder: string, outer: string): boolean => !relative(outer, folder).startsWith('..')

/** Fails unless the path is free or an empty folder. */
export const checkVacant = (folder: string, what: string): void => {
  try {
    if (!existsSync(folder) || readdirSync(folder).length === 0) return
  } catch (cause) {
    throw new Refused(`${folder} is no folder. Choose another ${what}.`, { cause })
  }
  throw new Refused(`${folder} is not empty. Choose another ${what}, or empty this one.`)
}

/** A folder beside `folder`, for this user alone, in which it is prepared before it gets its name. */
export const draftOf = (folder: string): string => {
  const draft = join(dirname(resolve(folder)), `.${basename(resolve(folder))}.unfinished-${process.pid}`)
  try {
    makeFolder(draft)
  } catch (cause) {
    throw new Refused(
      `${folder} cannot be made: ${cause instanceof Error ? cause.message : cause}. Choose another folder.`,
      { cause },
    )
  }
  return draft
}

/** Makes a file or folder durable. */
export const sync = (path: string): void => {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
