import type { Store } from '../src/index.ts'
import { openMongoStore } from '../src/mongo/store.ts'

/** `location` is the settings as JSON. */
export const open = (location: string): Store => openMongoStore(JSON.parse(location))
