import { join } from 'node:path'
import { openFolderObjects, openSealedKeys } from '../src/index.ts'

export const secret = 'of the tests, thirty-two characters and more'

/** `location` is the folder. */
export const open = (location: string) => ({
  objects: openFolderObjects(join(location, 'files')),
  keys: openSealedKeys(openFolderObjects(join(location, 'keys')), secret),
})
