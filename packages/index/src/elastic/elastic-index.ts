import type { Client } from '@elastic/elasticsearch'
import { standing } from '../standing.ts'
import type {
  Frequencies,
  IndexDocument,
  NearestQuery,
  PutAside,
  SearchQuery,
  SearchResult,
  StoredSource,
  TextIndex,
} from '../text-index.ts'
import { checkDocument, checkNearest, checkQuery } from '../validate.ts'
import { bulk } from './bulk.ts'
import { frequencies } from './frequencies.ts'
import type { Generations } from './generations.ts'
import { get } from './get.ts'
import { type Row, rowOf } from './mapping.ts'
import { nearest, search } from './search.ts'
import { Writes } from './writes.ts'

export class ElasticIndex implements TextIndex {
  readonly #client: Client
  readonly #generations: Generations
  readonly #writes: Writes
  #rebuilding = false

  constructor(client: Client, generations: Generations) {
    this.#client = client
    this.#generations = generations
    this.#writes = new Writes(client, [generations.alias])
  }

  async put(documents: readonly IndexDocument[]): Promise<StoredSource[]> {
    const rows = this.#rowsOf(documents)
    if (rows.length === 0) return []
    const outcomes = await this.#writes.put(rows)
    const skipped = rows.filter((_, n) => outcomes[n] === 'skipped').map(({ id }) => id)
    const kept = await this.get([...new Set(skipped)])
    return standing(
      documents,
      kept.filter((stored) => stored !== undefined),
    )
  }

  #rowsOf(documents: readonly IndexDocument[]): Row[] {
    for (const document of documents) checkDocument(this.#generations.spec, document)
    return documents.map(rowOf)
  }

  get(ids: readonly string[]): Promise<(StoredSource | undefined)[]> {
    return get(this.#client, this.#generations.alias, ids)
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    checkQuery(this.#generations.spec, query)
    return search(this.#client, this.#generations.alias, query)
  }

  async nearest(query: NearestQuery): Promise<SearchResult['hits']> {
    checkNearest(this.#generations.spec, query)
    return nearest(this.#client, this.#generations.alias, query)
  }

  frequencies(tokens: readonly string[]): Promise<Frequencies> {
    return frequencies(this.#client, this.#generations.alias, tokens)
  }

  /** Writes wait while the next generation comes and while it takes the place of the live one, so that none passes it by. */
  async rebuild(fill: (put: PutAside) => Promise<void>): Promise<void> {
    const { alias, spec } = this.#generations
    if (this.#rebuilding) throw new Error(`the index "${spec.name}" is being rebuilt already`)
    this.#rebuilding = true
    try {
      const next = await this.#writes.alone(() => this.#begin())
      try {
        await this.#fill(next, fill)
        await this.#writes.alone(() => this.#generations.makeLive(next))
      } finally {
        this.#writes.targets = [alias]
      }
      await this.#generations.dropOlder(next)
    } finally {
      this.#rebuilding = false
    }
  }

  async #begin(): Promise<string> {
    const next = await this.#generations.next()
    this.#writes.targets = [this.#generations.alias, next]
    return next
  }

  /** Only a copy that no alias was ever asked to lead to is dropped. */
  async #fill(next: string, fill: (put: PutAside) => Promise<void>): Promise<void> {
    try {
      await fill(async (documents) => {
        const outcomes = await bulk(this.#client, [next], this.#rowsOf(documents), false)
        const problem = outcomes.find((outcome) => outcome instanceof Error)
        if (problem) throw problem
      })
      await this.#generations.refresh(next)
    } catch (error) {
      this.#writes.targets = [this.#generations.alias]
      await this.#generations.drop(next).catch(() => {})
      throw error
    }
  }
}
