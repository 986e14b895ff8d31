import { chmodSync, statSync } from 'node:fs'
import { makeFolder } from './data-folder/files.ts'

const forOthers = 0o077
const sticky = 0o1000

/**
 * Creates the data folder for this user alone. An existing one is closed to others too; a folder that users share by its sticky bit,
 * such as /tmp, is left unchanged.
 */
export const ownDataFolder = (folder: string): void => {
  try {
    makeFolder(folder)
  } catch {
    // Opening a file there reports what is wrong with it.
    return
  }
  const { mode, uid } = statSync(folder)
  if (mode & forOthers && !(mode & sticky) && uid === process.getuid?.()) chmodSync(folder, 0o700)
}
