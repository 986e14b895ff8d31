import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { Client } from '@elastic/elasticsearch'
import { textIndexConformance } from '../src/conformance.ts'
import { openElasticIndexes } from '../src/index.ts'

const url = process.env.TECHBRIDGE_ELASTICSEARCH_URL

async function openApart(url: string) {
  const options = { url, prefix: `test-${randomUUID()}-` }
  let indexes = openElasticIndexes(options)
  return {
    options,
    indexes,
    outside: { module: new URL('outside-elastic.ts', import.meta.url).href, location: JSON.stringify(options) },
    async reopen() {
      await indexes.close()
      indexes = openElasticIndexes(options)
      return indexes
    },
    async cleanup() {
      await indexes.close()
      const client = new Client({ node: url })
      const found = Object.keys(await client.indices.get({ index: `${options.prefix}*` }))
      if (found.length > 0) await client.indices.delete({ index: found })
      await client.indices.deleteIndexTemplate({ name: `${options.prefix}*` })
      await client.close()
    },
  }
}

if (url) textIndexConformance('Elasticsearch text index', () => openApart(url))
else describe('Elasticsearch text index', () => it('needs TECHBRIDGE_ELASTICSEARCH_URL', { skip: true }))
