import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './data-folder/files.ts'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/**
 * The content of the file, which is created for this user alone when it does not exist. The file is durable once this resolves, a crash
 * leaves the whole file or none, and several processes that create it at once all get the same content.
 */
export const readOrCreateFile = async (file: string, make: () => string | Promise<string>): Promise<string> => {
  try {
    chmodSync(file, 0o600)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const folder = dirname(file)
  makeFolder(folder)
  const draft = `${file}.${randomUUID()}`
  try {
    writeDurably(draft, await make())
    linkSync(draft, file)
    syncFolder(folder)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8')
}

const writeDurably = (file: string, content: string) => {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(descriptor, content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const syncFolder = (folder: string) => {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
