import { randomUUID } from 'node:crypto'
import { Client } from '@elastic/elasticsearch'
import { type ElasticOptions, openElasticIndexes } from '../src/elastic/indexes.ts'

/** Where a real Elasticsearch listens. Without it its tests are skipped. */
export const url = process.env.TECHBRIDGE_ELASTICSEARCH_URL ?? ''
export const skip = url === '' && 'TECHBRIDGE_ELASTICSEARCH_URL is not set'

/** Indexes that no other test sees, gone after `cleanup`. `raw` looks behind the port. */
export function openApart(options: Partial<ElasticOptions> = {}) {
  const all = { url, prefix: `test-${randomUUID()}-`, ...options }
  const raw = new Client({ node: url })
  let indexes = openElasticIndexes(all)
  const names = async () => Object.keys(await raw.indices.get({ index: `${all.prefix}*` }))
  return {
    options: all,
    raw,
    names,
    indexes,
    outside: { module: new URL('outside-elastic.ts', import.meta.url).href, location: JSON.stringify(all) },
    async reopen(changed: Partial<ElasticOptions> = {}) {
      await indexes.close()
      indexes = openElasticIndexes({ ...all, ...changed })
      return indexes
    },
    async cleanup() {
      await indexes.close()
      const left = await names()
      if (left.length > 0) await raw.indices.delete({ index: left })
      await raw.indices.deleteIndexTemplate({ name: `${all.prefix}*` })
      await raw.close()
    },
  }
}

/** A test on indexes of its own. */
export const apart = (run: (opened: ReturnType<typeof openApart>) => Promise<void>) => async () => {
  const opened = openApart()
  try {
    await run(opened)
  } finally {
    await opened.cleanup()
  }
}
