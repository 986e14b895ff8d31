import type { ScoreModel } from '@techbridge/contracts'
import { notFound } from '@techbridge/domain'
import { type Clock, instant } from '@techbridge/runtime'
import { AlreadyExists, type Collection, StaleVersion, type Store, type StoredDocument } from '@techbridge/store'
import { shipped } from '../domain/model.ts'

/** A model that was learnt here. Once written it stays as it is. */
interface KeptModel extends StoredDocument {
  model: ScoreModel
  installedAt: string
}

/** Which models are in use, by their versions. */
interface Use extends StoredDocument {
  current: string
  /** The latest first. */
  former: string[]
  shadow?: string
}

export type Installed = 'current' | 'shadow'

/** The model that pairs are scored by. */
export interface CurrentModel {
  current(): ScoreModel
}
export const shippedAlone: CurrentModel = { current: () => shipped }

/** The models of an office: in its store, so that a restart and a rebuild of indexes leave them as they are. */
export interface Models extends CurrentModel {
  shadow(): ScoreModel | undefined
  all(): Promise<{ use: Pick<Use, 'current' | 'former' | 'shadow'>; kept: Pick<KeptModel, 'model' | 'installedAt'>[] }>
  /** Gives the model its version. A shadow that becomes current is shadow no more. */
  install(model: Omit<ScoreModel, 'version'>, as: Installed): Promise<string>
  /** The former model is the current one again. Fails with `notFound` when there is none. */
  /** Leaves the model for the former one, unless another is current by now. Fails with `NotFound` when there is no former one. */
  restore(from?: string): Promise<void>
  /** What another instance has installed. For `eachSweep`. */
  refresh(): Promise<void>
}

const useId = 'use'
const unused = { _id: useId, version: 0, current: shipped.version, former: [] }
const mostFormer = 20
const mostCounted = 10_000

export const openModels = async (store: Store, clock: Clock): Promise<Models> => {
  const kept: Collection<KeptModel> = await store.collection<KeptModel>('score-models', { indexes: [] })
  const uses: Collection<Use> = await store.collection<Use>('score-model-use', { indexes: [] })
  let current = shipped
  let shadow: ScoreModel | undefined

  /** A version that is not kept is that of a model which came with an earlier release. */
  const modelOf = async (version: string) =>
    version === shipped.version ? shipped : ((await kept.get(version))?.model ?? shipped)

  const take = async (use: Pick<Use, 'current' | 'shadow'>) => {
    const [one, other] = await Promise.all([
      modelOf(use.current),
      use.shadow === undefined ? undefined : modelOf(use.shadow),
    ])
    current = one
    shadow = other
  }

  const change = async (next: (before: Use) => Omit<Use, '_id' | 'version'>) => {
    for (;;) {
      const before: Use = (await uses.get(useId)) ?? unused
      const after: Use = { ...next(before), _id: useId, version: before.version + 1 }
      try {
        await (before.version === 0 ? uses.insert(after) : uses.replace(after, before.version))
        return await take(after)
      } catch (error) {
        // Another instance was faster.
        if (!(error instanceof AlreadyExists || error instanceof StaleVersion)) throw error
      }
    }
  }

  const keep = async (model: Omit<ScoreModel, 'version'>): Promise<string> => {
    for (let number = (await kept.count({}, mostCounted)) + 1; ; number++) {
      const version = `learnt-${number}`
      const document = { _id: version, version: 1, model: { ...model, version }, installedAt: instant(clock) }
      try {
        await kept.insert(document)
        return version
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error
      }
    }
  }

  const refresh = async () => take((await uses.get(useId)) ?? unused)
  await refresh()
  return {
    current: () => current,
    shadow: () => shadow,
    refresh,
    all: async () => {
      const use = (await uses.get(useId)) ?? unused
      const found = await kept.find({ where: {}, limit: 100 })
      return { use, kept: found.map(({ model, installedAt }) => ({ model, installedAt })) }
    },
    install: async (model, as) => {
      const version = await keep(model)
      await change((use) =>
        as === 'shadow'
          ? { current: use.current, former: use.former, shadow: version }
          : { current: version, former: [use.current, ...use.former].slice(0, mostFormer), shadow: use.shadow },
      )
      return version
    },
    restore: async (from) => {
      await change((use) => {
        if (from !== undefined && use.current !== from) return use
        const [former, ...earlier] = use.former
        if (former === undefined) throw notFound('model before', use.current)
        return { current: former, former: earlier, shadow: use.shadow }
      })
    },
  }
}
