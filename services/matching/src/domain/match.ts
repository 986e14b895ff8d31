import type {
  Feature,
  GateRecord,
  MatchedNeed,
  MatchedOffer,
  MatchStatus,
  Party,
  ProfileKind,
  Refusal,
  Scoring,
} from '@techbridge/contracts'
import type { Actor } from '@techbridge/domain'

export interface Match {
  id: string
  need: MatchedNeed
  offer: MatchedOffer
  status: MatchStatus
  /** 0 to 1: the probability that the two belong together, and the sum of the features' contributions. */
  score: number
  features: Feature[]
  /** By what it was scored; absent in matches of earlier versions. */
  scoring?: Scoring
  /** What the gate said of the pair last; absent in matches of earlier versions. */
  gate?: GateRecord
  accepted: Party[]
  refusal?: Refusal
  createdAt: string
  /** Since when an answer is awaited, of whom `awaited` says. */
  askedAt: string
  /** What was last said to be the end of the time to answer. */
  saidDueAt?: string
  remindedAt?: string
  escalatedAt?: string
  /** An officer approved it, so the parties may see it. */
  disclosed: boolean
  /** What the parties saw last of a pair that was proposed anew since, and is not approved yet. */
  seen?: Pick<Match, 'need' | 'offer' | 'status' | 'accepted' | 'refusal'>
}

export const isOpen = ({ status }: Pick<Match, 'status'>) => status === 'proposed' || status === 'approved'

/** Whether the parties may come to read what the match is about. */
export const isLive = (match: Pick<Match, 'status'>) => isOpen(match) || match.status === 'agreed'

export type Revisions = Record<ProfileKind, { revision: number }>

export const isSame = ({ need, offer }: Revisions, match: Revisions) =>
  need.revision === match.need.revision && offer.revision === match.offer.revision

/** Whether the match is of a newer text than the pair, on either side. */
export const isOutdated = ({ need, offer }: Revisions, match: Revisions) =>
  need.revision < match.need.revision || offer.revision < match.offer.revision

/** Whether the pair is of newer texts than those that were matched; none of its two profiles may be an older one. */
export const isNewer = (pair: Revisions, match: Revisions) => !isOutdated(pair, match) && !isSame(pair, match)

/** The match as the parties know it; `undefined` when they do not. */
export const asPartiesSee = (match: Match): Match | undefined => {
  if (match.disclosed) return match
  return match.seen && { ...match, refusal: undefined, ...match.seen, disclosed: true }
}

/** `insider`: an officer who acts for one of the two sides. */
export type Relation = 'officer' | 'insider' | 'provider' | 'seeker' | 'system'

/** How someone stands to a match. */
export const relationsTo = (match: Pick<Match, 'need' | 'offer'>, by: Actor): Relation[] => {
  if (by.role === 'system') return ['system']
  if (by.role === 'officer' || by.role === 'admin') {
    const isOfSide = [match.offer, match.need].some(({ organisation }) => organisation.id === by.organisation)
    return isOfSide ? ['officer', 'insider'] : ['officer']
  }
  if (by.role === 'provider' && by.organisation === match.offer.organisation.id) return ['provider']
  if (by.role === 'seeker' && by.organisation === match.need.organisation.id) return ['seeker']
  return []
}
