import { deadlineOf, isPassed, type LapseCause, type Message, message } from '@techbridge/contracts'
import type { PublishedNeed, PublishedOffer } from './profile.ts'

/** A hard rule that keeps an offer from a need whatever else speaks for it. Returns the reason, or `undefined`. */
type Rule = (need: PublishedNeed, offer: PublishedOffer, at: string) => Message | undefined

const sameOrganisation: Rule = (need, offer) =>
  need.organisation.id === offer.organisation.id ? message('excluded.same-organisation') : undefined

const noTerritory: Rule = (need, offer) =>
  sharedTerritories(need, offer).length === 0
    ? message('excluded.territory', { wanted: need.content.territories, offered: offer.content.territories })
    : undefined

const expired: Rule = (need, offer, at) => {
  if (need.expiresAt <= at) return message('excluded.need-expired', { on: need.expiresAt.slice(0, 10) })
  if (offer.expiresAt <= at) return message('excluded.offer-expired', { on: offer.expiresAt.slice(0, 10) })
  return undefined
}

const tooLate: Rule = (need, _offer, at) => {
  const deadline = deadlineOf(need.content, need)
  return deadline && isPassed(deadline, at)
    ? message('excluded.deadline', { date: deadline.date, endsAt: deadline.endsAt, zone: deadline.zone })
    : undefined
}

const rules: (readonly [rule: Rule, cause: LapseCause])[] = [
  [sameOrganisation, 'noLongerFits'],
  [noTerritory, 'noLongerFits'],
  [expired, 'noLongerFits'],
  [tooLate, 'needDeadlinePassed'],
]

/** Why an offer is kept from a need, and what an open match of the two lapses of. */
export interface Exclusion {
  why: Message
  cause: LapseCause
}

export const exclusion = (need: PublishedNeed, offer: PublishedOffer, at: string): Exclusion | undefined => {
  for (const [rule, cause] of rules) {
    const why = rule(need, offer, at)
    if (why) return { why, cause }
  }
  return undefined
}

/** The territories that the need wants and the offer gives; WORLD on one side stands for all of the other's. */
export const sharedTerritories = (need: PublishedNeed, offer: PublishedOffer): string[] => {
  const wanted = need.content.territories as string[]
  const given = offer.content.territories as string[]
  if (given.includes('WORLD')) return wanted
  if (wanted.includes('WORLD')) return given
  return wanted.filter((territory) => given.includes(territory))
}
