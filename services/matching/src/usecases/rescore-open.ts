import { instant } from '@techbridge/runtime'
import { AlreadyExists, StaleVersion, type Store, type StoredDocument } from '@techbridge/store'
import { assessAlone } from './assess-pair.ts'
import { type Matching, matcher, openStatuses } from './matching.ts'
import { findPairs } from './profiles-index.ts'
import { idOf } from './propose.ts'

/** Offers from which on statistics say something, and the growth after which they say something else. */
const fewest = 10
const growth = 1.5

/** Matches that are scored in one sweep. */
const atOnce = 25

/** The last round through the open matches. */
interface Round extends StoredDocument {
  /** The published offers when it began. */
  offers: number
  /** The model that they are scored by; absent in rounds of earlier versions. */
  model?: string
  /** The match behind which it goes on; absent when it has come to its end. */
  after?: string
}

const roundId = 'open-matches'

/**
 * How rare a word is changes as offers come, so the score of a match grows stale although nothing of it has changed. Whenever the offers
 * are half as many again, or another model is current, a round scores all open matches anew, some in each sweep. Where it stands is stored: what a crash or another
 * instance cuts short goes on from there. For `eachSweep`.
 */
export const rescoreOpen = async (matching: Matching, store: Store) => {
  const rounds = await store.collection<Round>('rescoring', { indexes: [] })

  /** The round that goes on now, begun if one is due. */
  const current = async (): Promise<Round | undefined> => {
    const { documents: offers } = await matching.indexes.offer.frequencies([])
    const last = await rounds.get(roundId)
    if (last?.after !== undefined) return last
    const model = matching.models.current().version
    const isOther = last?.model !== undefined && last.model !== model
    if (!isOther && offers < Math.max(fewest, (last?.offers ?? 0) * growth)) return undefined
    return { _id: roundId, version: last?.version ?? 0, offers, model, after: '' }
  }

  return async (): Promise<void> => {
    const round = await current()
    if (!round) return
    const { after = '' } = round
    const where = { status: openStatuses }
    const found = await matching.matches.find({
      where,
      after: after === '' ? undefined : [after, after],
      limit: atOnce,
    })
    const open = found.map(({ state }) => state)
    const at = instant(matching.clock)
    for (const { need, offer } of await findPairs(matching.indexes, open)) {
      if (!need || !offer) continue
      const pair = await assessAlone(matching, need, offer, at)
      const { need: scoredNeed, offer: scoredOffer, score, scoring } = pair
      const scored = { need: scoredNeed, offer: scoredOffer, score, features: pair.features(), scoring }
      await matching.matches.handle(idOf(pair), { type: 'rescore', ...scored, at, by: matcher })
    }
    const { _id, version, offers, model } = round
    const next = {
      _id,
      version: version + 1,
      offers,
      model,
      ...(found.length === atOnce && { after: found.at(-1)?._id }),
    }
    try {
      await (version === 0 ? rounds.insert(next) : rounds.replace(next, version))
    } catch (error) {
      // Another instance was faster.
      if (!(error instanceof AlreadyExists || error instanceof StaleVersion)) throw error
    }
  }
}
