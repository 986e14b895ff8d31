import type { Client } from '@techbridge/client'
import type { Endpoint } from '@techbridge/contracts'
import type { z } from 'zod'

const pageSize = 100

type Listing = Endpoint<any, any, any, z.ZodType<{ items: any[]; next?: string }>>
type Item<E extends Listing> = z.output<E['response']>['items'][number]

/** The first `limit` items of a list, page by page. */
export const pages = async <E extends Listing>(
  client: Client,
  endpoint: E,
  query: Record<string, unknown>,
  limit: number,
): Promise<Item<E>[]> => {
  const items: Item<E>[] = []
  let cursor: string | undefined
  do {
    const size = Math.min(pageSize, limit - items.length)
    const { body } = await client.call<Listing>(endpoint, { query: { ...query, limit: size, cursor } })
    items.push(...body.items)
    cursor = body.next
  } while (cursor !== undefined && items.length < limit)
  return items
}
