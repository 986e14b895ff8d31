import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databaseList, noteHeld } from '@techbridge/sqlite'
import { filesOf, isDatabase } from './files.ts'
import { Refused } from './refused.ts'

/** The databases of the versions that kept no list. Each group is there whole, or not at all when another engine keeps it. */
const groups = [
  ['offers.db', 'needs.db', 'matching.db', 'licensing.db'],
  ['matching-index.db', 'search-index.db'],
]

const databasesIn = (folder: string): string[] => {
  try {
    return filesOf(folder).filter((name) => isDatabase(name) && statSync(join(folder, name)).size > 0)
  } catch {
    // Opening a database there reports what is wrong with the folder.
    return []
  }
}

/**
 * Lists the databases of a folder that was written before there was a list, so that a lost one is noticed from the first start on. Refuses
 * a folder that has lost one already.
 */
export const adoptDatabases = (folder: string): void => {
  const found = databasesIn(folder)
  if (found.length === 0 || existsSync(databaseList(folder))) return
  const expected = ['events.db', ...groups.filter((group) => group.some((name) => found.includes(name))).flat()]
  const missing = expected.filter((name) => !found.includes(name))
  if (missing.length > 0)
    throw new Refused(
      `${folder} has lost ${missing.join(', ')}: missing or empty beside ${found.join(', ')}. Restore the folder from a backup. To begin anew with what is missing, write the names of the others into ${databaseList(folder)}, one a line.`,
    )
  for (const name of found) noteHeld(join(folder, name))
}
