import { type Database, pace, turns } from '@techbridge/sqlite'
import { standing } from '../standing.ts'
import type {
  Found,
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
import type { Catalogue } from './catalogue.ts'
import { dropGeneration, type Generation, type Row, rowOf } from './generation.ts'
import { nearest, search } from './search.ts'
import type { Stored } from './sources.ts'

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
  async put(documents: readonly IndexDocument[], found?: Found): Promise<StoredSource[]> {
    const rows = this.#rowsOf(documents)
    if (rows.length === 0) return []
    const { kept } = await this.#db.write(
      () => {
        const [live, next] = [this.#live, this.#next]
        const written = [live, ...(next ? [next] : [])].map((generation) => ({ generation, ...generation.put(rows) }))
        const skipped = written[0]?.skipped ?? []
        return { written, kept: skipped.flatMap((id) => live.read(id) ?? []) }
      },
      ({ written, kept }) => {
        for (const { generation, changes } of written) generation.took(changes)
        // What cannot be read fails this put alone, below, and not those that share its write.
        if (found && kept.length === 0) found(standing(documents, []))
      },
    )
    return standing(documents, kept.map(parse))
  }

  #rowsOf(documents: readonly IndexDocument[]): Row[] {
    const { spec } = this.#live
    for (const document of documents) checkDocument(spec, document)
    return documents.map((document) => rowOf(spec, document))
  }

  /** A rebuild may end meanwhile, and drop the tables that were asked before. */
  async get(ids: readonly string[]): Promise<(StoredSource | undefined)[]> {
    const found: (StoredSource | undefined)[] = []
    for (const id of ids) {
      await pace()
      const stored = this.#live.get(id)
      found.push(stored && parse(stored))
    }
    return found
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    checkQuery(this.#live.spec, query)
    const { hits, ...found } = await this.#ofLive((live) => search(live, query))
    return { ...found, hits: await readAll(hits) }
  }

  async nearest(query: NearestQuery): Promise<SearchResult['hits']> {
    checkNearest(this.#live.spec, query)
    return readAll(await this.#ofLive((live) => nearest(live, query)))
  }

  /** A common token that was not asked for before takes long, so that others have their turn in between. */
  frequencies(tokens: readonly string[]): Promise<Frequencies> {
    return this.#ofLive(async ({ columns, postings }) => {
      const counts: [string, number][] = []
      const mayGoOn = turns()
      for (const token of tokens) {
        await mayGoOn()
        counts.push([token, postings.of(token).documents.all])
      }
      const { documents, tokens: total } = columns.totals.all
      return { documents, averageLength: total / Math.max(1, documents), counts: Object.fromEntries(counts) }
    })
  }

  /** A rebuild may come to its end meanwhile, and drop the tables that are asked. */
  async #ofLive<T>(ask: (live: Generation) => Promise<T>): Promise<T> {
    this.#db.checkOpen()
    const asked = this.#live
    try {
      return await ask(asked)
    } catch (error) {
      if (asked === this.#live) throw error
      return this.#ofLive(ask)
    }
  }

  /**
   * The next generation takes puts from the very write that makes it, so that none of its group passes it by. It is the live one as soon as
   * that is committed, even if the sync then fails: the tables that are dropped are those that the catalogue no longer names.
   */
  async rebuild(fill: (put: PutAside) => Promise<void>): Promise<void> {
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
        await fill(async (documents) => {
          const rows = this.#rowsOf(documents)
          if (rows.length === 0) return
          await this.#db.write(
            () => next.put(rows),
            ({ changes }) => next.took(changes),
          )
        })
        await this.#db.write(
          () => this.#catalogue.makeLive(next),
          () => {
            unused = this.#live
            this.#live = next
            this.#next = undefined
          },
        )
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

const readAll = async <S extends Stored>(stored: readonly S[]) => {
  const read: ReturnType<typeof parse<S>>[] = []
  for (const one of stored) {
    await pace()
    read.push(parse(one))
  }
  return read
}

const parse = <S extends Stored>(stored: S) => ({ ...stored, source: stored.source() })
