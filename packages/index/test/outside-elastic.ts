import { openElasticIndexes } from '../src/elastic/indexes.ts'

/** `location` is a JSON of options. */
export const open = (location: string) => openElasticIndexes(JSON.parse(location))
