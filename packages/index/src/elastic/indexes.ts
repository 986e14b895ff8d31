import type { ClientOptions } from '@elastic/elasticsearch'
import { Unavailable } from '@techbridge/port'
import type { IndexSpec, TextIndex, TextIndexes } from '../text-index.ts'
import { ElasticIndex } from './elastic-index.ts'
import { ask, connect } from './engine.ts'
import { Generations } from './generations.ts'
import { aliasOf } from './mapping.ts'

export interface ElasticOptions {
  /** Of the cluster, with user and password if it asks for them. */
  url: string
  /** What the names of all indexes, aliases and templates begin with, to share a cluster. Lower case. Default: `techbridge-`. */
  prefix?: string
  /** Of each index made from now on. With more than one, facets are approximate and scores compare less well. Default: 1. */
  shards?: number
  /** Milliseconds after which `open` takes a rebuild that did not end for one that never will. Default: a day. */
  abandonedAfter?: number
  /** What else the client should know: certificates, API key, timeouts. */
  client?: ClientOptions | undefined
}

const DAY = 86_400_000

/**
 * The adapter for Elasticsearch 8, which many processes may share. A write is on disk (the translog is synced with each request)
 * and refreshed (`refresh: true`) when `put` resolves: on an idle machine waiting for the periodic refresh takes a second,
 * asking for one some 20 ms. What is put meanwhile shares the next one. Identifiers have up to 512 bytes, tokens and keywords up
 * to 32,766.
 */
export function openElasticIndexes(options: ElasticOptions): TextIndexes {
  const { url, prefix = 'techbridge-', shards = 1, abandonedAfter = DAY } = options
  const client = connect({ node: url, ...options.client })
  const opened = new Map<string, TextIndex>()
  return {
    async open(spec: IndexSpec) {
      const generations = new Generations(client, aliasOf(prefix, spec), spec, shards)
      await generations.claim(abandonedAfter)
      const index = opened.get(spec.name) ?? new ElasticIndex(client, generations)
      opened.set(spec.name, index)
      return index
    },
    async ping() {
      const index = `${prefix}*`
      await ask(() =>
        client.cluster.health({ index, wait_for_status: 'yellow', timeout: '1s' }, { requestTimeout: 3000 }),
      )
      // A disk that is nearly full makes Elasticsearch close its indexes to writing.
      const settings = await ask(() => client.indices.getSettings({ index, name: 'index.blocks.*' }))
      const closed = Object.entries(settings).find(([, { settings }]) => settings?.index?.blocks)
      if (closed) throw new Unavailable(`the index ${closed[0]} is closed to writing`)
    },
    close: () => client.close(),
  }
}
