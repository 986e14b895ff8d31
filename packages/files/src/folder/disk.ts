import { type FileHandle, open } from 'node:fs/promises'
import { Unavailable } from '@techbridge/port'

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'a file may not be that large',
  EROFS: 'it may only be read',
  EACCES: 'this user may not use it',
  EPERM: 'this user may not use it',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
}

/** Does work in a folder. Trouble with the disk becomes `Unavailable`; other errors stay. */
export const onDisk = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const reason = reasons[codeOf(error)]
    throw reason ? new Unavailable(`${folder} does not serve: ${reason}`, { cause: error }) : error
  }
}

/** For `catch`: what is not there is no error. */
export const absent = (error: unknown): undefined => {
  if (codeOf(error) === 'ENOENT') return undefined
  throw error
}

/** Makes the names in a folder durable. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a new file for this user alone, and makes its content durable. */
export const writeDurably = async (file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> => {
  const handle = await open(file, 'wx', 0o600)
  try {
    await write(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
