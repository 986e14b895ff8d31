import type { Client, estypes } from '@elastic/elasticsearch'
import type { StoredSource } from '../text-index.ts'
import { read, unavailable } from './engine.ts'
import type { Stored } from './search.ts'

/** Documents of one request: an answer holds all of their sources. */
const mostAtOnce = 100

/**
 * What stands under each of the ids, refreshed or not; `undefined` where nothing does. What could not be read shows in its own item,
 * not as the status of the answer; as with `read`, the alias may lead elsewhere by now.
 */
export async function get(
  client: Client,
  index: string,
  ids: readonly string[],
): Promise<(StoredSource | undefined)[]> {
  const found: (StoredSource | undefined)[] = []
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const request = { index, ids: ids.slice(from, from + mostAtOnce) }
    const ask = () => read(async () => (await client.mget<Stored>(request)).docs)
    const items = await ask()
    found.push(...(items.some((item) => 'error' in item) ? await ask() : items).map(storedOf))
  }
  return found
}

function storedOf(item: estypes.MgetResponseItem<Stored>): StoredSource | undefined {
  if ('error' in item) throw unavailable(new Error(`"${item._id}" in ${item._index}: ${item.error.type}`))
  if (!item.found) return undefined
  return { id: item._id, version: item._version as number, source: JSON.parse((item._source as Stored).source) }
}
