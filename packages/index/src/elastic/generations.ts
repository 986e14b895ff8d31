import type { Client } from '@elastic/elasticsearch'
import { grown } from '../grown.ts'
import type { IndexSpec } from '../text-index.ts'
import { ask, bodyOf, patiently } from './engine.ts'
import { describeSpec, grownMappingOf, mappingOf } from './mapping.ts'

interface Generation {
  index: string
  live: boolean
  spec: string
  /** Epoch milliseconds by the engine's clock. */
  made: number
}

/**
 * The copies of one index: `<alias>.1`, `<alias>.2` and so on, made by a template. The alias leads to the live one, and all
 * processes read and write through it, so that what one of them rebuilds serves all.
 */
export class Generations {
  readonly alias: string
  readonly spec: IndexSpec
  readonly #client: Client
  readonly #shards: number

  constructor(client: Client, alias: string, spec: IndexSpec, shards: number) {
    this.alias = alias
    this.spec = spec
    this.#client = client
    this.#shards = shards
  }

  /** Makes the first generation when there is none, gives it the fields that it lacks, and drops those that a rebuild left `abandonedAfter` milliseconds ago. */
  async claim(abandonedAfter: number): Promise<void> {
    const all = await this.#all()
    const live = all.find(({ live }) => live) ?? (await this.#first(all))
    const spec = describeSpec(this.spec)
    if (!grown(JSON.parse(live.spec), this.spec)) {
      throw new Error(
        `the index "${this.spec.name}" was made with other fields: it must be rebuilt under a new name. ` +
          `Or stop, delete ${this.alias}.* and rebuild (it had ${live.spec}, it should have ${spec})`,
      )
    }
    if (live.spec !== spec) {
      const mapping = grownMappingOf(this.spec)
      await ask(() => this.#client.indices.putMapping({ index: live.index, ...mapping }, patiently))
    }
    const abandoned = all.filter((one) => !one.live && one.made <= Date.now() - abandonedAfter)
    await this.drop(...abandoned.map(({ index }) => index))
  }

  /** Index and alias come at once. Of two processes that do this the second finds what the first made. */
  async #first(all: readonly Generation[]): Promise<Generation> {
    try {
      await this.#create(all, { aliases: { [this.alias]: {} } })
    } catch (error) {
      if (bodyOf(error).error?.type !== 'resource_already_exists_exception') throw error
    }
    const live = (await this.#all()).find(({ live }) => live)
    if (!live) throw new Error(`the alias ${this.alias} could not be made`)
    return live
  }

  /** A fresh index that nobody sees: it need not be refreshed until it is full. */
  async next(): Promise<string> {
    return this.#create(await this.#all(), { settings: { refresh_interval: -1 } })
  }

  /** Searches go to it from now on, all at once. */
  async makeLive(index: string): Promise<void> {
    const { alias } = this
    const { indices } = this.#client
    await ask(() => indices.putSettings({ index, settings: { refresh_interval: '1s' } }, patiently))
    await ask(() =>
      indices.updateAliases(
        { actions: [{ remove: { index: `${alias}.*`, alias } }, { add: { index, alias } }] },
        patiently,
      ),
    )
  }

  /** A later rebuild wins: one that began before and still runs, in another process, will fail. */
  async dropOlder(index: string): Promise<void> {
    const all = await this.#all()
    const older = all.filter((one) => this.#numberOf(one.index) < this.#numberOf(index))
    await this.drop(...older.map((one) => one.index))
  }

  refresh(index: string): Promise<unknown> {
    return ask(() => this.#client.indices.refresh({ index }, patiently))
  }

  async drop(...indexes: string[]): Promise<void> {
    for (const index of indexes)
      await ask(() => this.#client.indices.delete({ index, ignore_unavailable: true }, patiently))
  }

  async #create(all: readonly Generation[], body: object): Promise<string> {
    const number = Math.max(0, ...all.map(({ index }) => this.#numberOf(index))) + 1
    const index = `${this.alias}.${number}`
    await ask(() => this.#client.indices.putIndexTemplate({ name: this.alias, ...this.#template() }, patiently))
    await ask(() => this.#client.indices.create({ index, ...body }, patiently))
    return index
  }

  /** Never made by a mere write: an index that somebody deleted is an error, not an empty index. */
  #template() {
    return {
      index_patterns: [this.alias, `${this.alias}.*`],
      allow_auto_create: false,
      priority: 500,
      template: {
        settings: { number_of_shards: this.#shards, auto_expand_replicas: '0-1', max_result_window: 2 ** 31 - 1 },
        mappings: mappingOf(this.spec),
      },
    }
  }

  async #all(): Promise<Generation[]> {
    const found = await ask(() => this.#client.indices.get({ index: `${this.alias}.*` }))
    return Object.entries(found).map(([index, { aliases, mappings, settings }]) => ({
      index,
      live: Object.hasOwn(aliases ?? {}, this.alias),
      spec: mappings?._meta?.spec,
      made: Number(settings?.index?.creation_date),
    }))
  }

  #numberOf = (index: string): number => Number(index.slice(this.alias.length + 1))
}
