import { openSealedKeys } from '../src/index.ts'
import { openS3Objects } from '../src/s3/objects.ts'
import { secret } from './outside.ts'

/** `location` is the settings as JSON. */
export const open = (location: string) => {
  const objects = openS3Objects(JSON.parse(location))
  return { objects, keys: openSealedKeys(objects, secret) }
}
