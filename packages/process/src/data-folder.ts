import { chmodSync, statSync } from 'node:fs'
import { makeFolder } from './data-folder/files.ts'

const forOthers = 0o077
const sticky = 0o1000

/**
 * Makes the data folder, for this user alone. One of an earlier version is closed to others too; a folder that several users share by
 * its sticky bit, such as /tmp, is left as it is.
 */
export const ownDataFolder = (folder: string): void => {
  try {
    makeFolder(folder)
  } catch {
    // Whoever opens a file there says what is wrong with it.
    return
  }
  const { mode, uid } = statSync(folder)
  if (mode & forOthers && !(mode & sticky) && uid === process.getuid?.()) chmodSync(folder, 0o700)
}
