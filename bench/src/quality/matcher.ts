import type { ProfileKind } from '@techbridge/contracts'
import type { TextIndexes, VectorSpace } from '@techbridge/index'
import { textSimilarity, type Weighing } from '../../../services/matching/src/domain/text-similarity.ts'
import { termsOf } from '../../../services/matching/src/usecases/assess-pair.ts'
import { findMatches, usualProposing } from '../../../services/matching/src/usecases/find-matches.ts'
import { shippedAlone } from '../../../services/matching/src/usecases/models.ts'
import { indexSpec, type ProfileIndexes } from '../../../services/matching/src/usecases/profiles-index.ts'
import type { Analysed } from './analysed.ts'
import { fill } from './index-on-disk.ts'
import { now } from './publications.ts'

/** The matching service's own index, search for candidates and score, over published texts. */
export const openMatcher = async (
  indexes: TextIndexes,
  texts: Record<ProfileKind, readonly Analysed[]>,
  space?: VectorSpace,
) => {
  const opened: ProfileIndexes = {
    offer: await indexes.open(indexSpec('offer', space)),
    need: await indexes.open(indexSpec('need', space)),
  }
  for (const kind of ['offer', 'need'] as const)
    await fill(
      opened[kind],
      texts[kind].map(({ document }) => document),
    )

  return {
    /** Ids of the other kind: candidates as the index ranks them, as the score does (with scores), and those that are proposed. */
    async rank({ profile }: Pick<Analysed, 'profile'>) {
      const { assess, assessed, proposable } = await findMatches(
        { indexes: opened, models: shippedAlone },
        profile,
        now,
      )
      const idOf = (one: (typeof assessed)[number]) => (profile.profile.kind === 'need' ? one.offer.id : one.need.id)
      const sorted = assessed.toSorted((one, other) => other.score - one.score)
      return {
        assessed,
        byIndex: assessed.map(idOf),
        byScore: sorted.map(idOf),
        scores: sorted.map(({ score }) => score),
        proposed: proposable.slice(0, usualProposing.most).map(idOf),
        /** The candidates as their words alone would rank them, weighed otherwise. */
        async byWords(weighing: Weighing) {
          const statistics = await opened.offer.frequencies(termsOf(profile))
          const similarity = ({ needText, offerText }: (typeof assessed)[number]) =>
            textSimilarity(needText, offerText, statistics, weighing).value
          const weighed = assessed.map((one) => ({ id: idOf(one), value: similarity(one) }))
          return weighed.sort((one, other) => other.value - one.value).map(({ id }) => id)
        },
        /** Of any text of the other kind, a candidate or not. */
        scoreOf: (other: Pick<Analysed, 'profile'>) => assess(other.profile).score,
      }
    },
  }
}

export type Matcher = Awaited<ReturnType<typeof openMatcher>>
