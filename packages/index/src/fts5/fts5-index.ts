import { type Database, pace } from '@techbridge/sqlite'
import type { Frequencies, IndexDocument, SearchQuery, SearchResult, StoredSource, TextIndex } from '../text-index.ts'
import { checkDocument, checkQuery } from '../validate.ts'
import type { Catalogue } from './catalogue.ts'
import { dropGeneration, type Generation, rowOf } from './generation.ts'
import { search } from './search.ts'

export class Fts5Index implements TextIndex {
  readonly #db: Database
  readonly #catalogue: Catalogue
  #live: Generation
  #next: Generation | undefined
  #rebuilding = false

  constructor(db: Database, catalogue: Catalogue, live: Generation) {
    this.#db = db
    this.#catalogue = catalogue
    this.#live = live
  }

  /** Which generations take the documents is settled when they are written, for a rebuild may begin or end meanwhile. */
  put(documents: readonly IndexDocument[]): Promise<void> {
    return this.#write(documents, () => (this.#next ? [this.#live, this.#next] : [this.#live]))
  }

  async #write(documents: readonly IndexDocument[], targets: () => readonly Generation[]): Promise<void> {
    const { spec } = this.#live
    for (const document of documents) checkDocument(spec, document)
    const rows = documents.map((document) => rowOf(spec, document))
    if (rows.length === 0) return
    await this.#db.write(() => {
      for (const generation of targets()) generation.put(rows)
    })
  }

  async get(id: string): Promise<StoredSource | undefined> {
    return this.#live.get(id)
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    checkQuery(this.#live.spec, query)
    const { hits, ...found } = search(this.#db, this.#live, query)
    const read: SearchResult['hits'] = []
    for (const { json, ...hit } of hits) {
      await pace()
      read.push({ ...hit, source: JSON.parse(json) })
    }
    return { ...found, hits: read }
  }

  async frequencies(tokens: readonly string[]): Promise<Frequencies> {
    const asked = this.#live
    try {
      return await asked.frequencies(tokens)
    } catch (error) {
      // A rebuild may have come to its end meanwhile, and dropped the tables that were asked.
      if (asked === this.#live) throw error
      return this.frequencies(tokens)
    }
  }

  /** The next generation takes puts from the very write that makes it, so that none of its group passes it by. */
  async rebuild(fill: (put: TextIndex['put']) => Promise<void>): Promise<void> {
    const { spec } = this.#live
    if (this.#rebuilding) throw new Error(`the index "${spec.name}" is being rebuilt already`)
    this.#rebuilding = true
    try {
      const next = await this.#db.write(() => {
        this.#next = this.#catalogue.next(spec)
        return this.#next
      })
      let unused = next
      try {
        await fill((documents) => this.#write(documents, () => [next]))
        await this.#db.write(() => this.#catalogue.makeLive(next))
        unused = this.#live
        this.#live = next
      } finally {
        this.#next = undefined
        await this.#db.write(() => dropGeneration(this.#db, unused.number))
      }
    } finally {
      this.#next = undefined
      this.#rebuilding = false
    }
  }
}
