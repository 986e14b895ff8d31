import { existsSync, readFileSync } from 'node:fs'

const data = new URL('../../../../shared/data/', import.meta.url)

/** Why a labelled collection cannot be used, if so: it does not lie beside the repository. */
export const whyAbsent = (collection: string): string | undefined =>
  existsSync(new URL(`${collection}/`, data)) ? undefined : `../shared/data/${collection} is not there`

/** Whether a labelled collection lies beside the repository; says so when not. */
export const isThere = (collection: string): boolean => {
  const why = whyAbsent(collection)
  if (why) console.log(`${collection}: skipped, ${why}`)
  return why === undefined
}

export const read = (file: string) => readFileSync(new URL(file, data), 'utf8')

export const readLines = (file: string) => read(file).split('\n').filter(Boolean)

/** What is worth something for a query, by id; what is not listed is worth nothing. */
export type Relevance = Map<string, number>

export const relevanceOf = (rows: Iterable<readonly [query: string, document: string, gain: number]>) => {
  const byQuery = new Map<string, Relevance>()
  for (const [query, document, gain] of rows) {
    const relevance = byQuery.get(query) ?? new Map<string, number>()
    byQuery.set(query, relevance.set(document, gain))
  }
  return byQuery
}
