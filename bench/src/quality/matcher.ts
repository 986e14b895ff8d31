import type { ProfileKind } from '@techbridge/contracts'
import type { TextIndexes } from '@techbridge/index'
import { findMatches, maxProposals } from '../../../services/matching/src/usecases/find-matches.ts'
import {
  documentOf,
  findProfile,
  findProfiles,
  indexSpec,
  type ProfileIndexes,
} from '../../../services/matching/src/usecases/profiles-index.ts'
import { fill } from './index-on-disk.ts'
import { now, publicationOf, type Text } from './publications.ts'

const kinds = ['offer', 'need'] as const

/** The matching service's own index, search for candidates and score, over published texts. */
export const openMatcher = async (indexes: TextIndexes, texts: Record<ProfileKind, readonly Text[]>) => {
  const opened: ProfileIndexes = {
    offer: await indexes.open(indexSpec('offer')),
    need: await indexes.open(indexSpec('need')),
  }
  for (const kind of kinds) {
    await fill(opened[kind], await Promise.all(texts[kind].map((text) => documentOf(publicationOf(kind, text)))))
  }

  const profileOf = async (kind: ProfileKind, id: string) => {
    const profile = await findProfile(opened[kind], id)
    if (!profile) throw new Error(`the ${kind} ${id} is not in the index`)
    return profile
  }

  return {
    /** Ids of the other kind: candidates as the index ranks them, as the score does (with scores), and those that are proposed. */
    async rank(kind: ProfileKind, id: string) {
      const { assessed, proposable } = await findMatches(opened, await profileOf(kind, id), now)
      const idsOf = (list: typeof assessed) => list.map((one) => (kind === 'need' ? one.offer.id : one.need.id))
      const sorted = assessed.toSorted((one, other) => other.score - one.score)
      return {
        byIndex: idsOf(assessed),
        byScore: idsOf(sorted),
        scores: sorted.map(({ score }) => score),
        proposed: idsOf(proposable.slice(0, maxProposals)),
      }
    },
    /** Of each of the offers with the need, candidates or not. */
    async scoresOf(need: string, offers: readonly string[]): Promise<number[]> {
      const { assess } = await findMatches(opened, await profileOf('need', need), now)
      const profiles = await findProfiles(opened.offer, offers)
      return offers.map((id) => {
        const offer = profiles.get(id)
        if (!offer) throw new Error(`the offer ${id} is not in the index`)
        return assess(offer).score
      })
    },
    /** The concepts that a profile names, and those that both sides of a pair name. */
    async sharedConcepts(need: string, offer: string) {
      const [one, other] = [await profileOf('need', need), await profileOf('offer', offer)]
      const named = Object.keys(other.text.concepts)
      return { named, shared: named.filter((concept) => Object.hasOwn(one.text.concepts, concept)) }
    },
  }
}

export type Matcher = Awaited<ReturnType<typeof openMatcher>>
