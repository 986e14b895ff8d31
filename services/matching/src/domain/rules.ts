import type { PublishedNeed, PublishedOffer } from './profile.ts'

/** A hard rule that keeps an offer from a need whatever else speaks for it. Returns the reason, or `undefined`. */
type Rule = (need: PublishedNeed, offer: PublishedOffer, at: string) => string | undefined

const sameOrganisation: Rule = (need, offer) =>
  need.organisation.id === offer.organisation.id ? 'Both come from the same organisation.' : undefined

const noTerritory: Rule = (need, offer) =>
  sharedTerritories(need, offer).length === 0
    ? `Rights are wanted for ${need.content.territories.join(', ')} and offered for ${offer.content.territories.join(', ')}.`
    : undefined

const expired: Rule = (need, offer, at) => {
  if (need.expiresAt <= at) return `The need expired on ${need.expiresAt.slice(0, 10)}.`
  if (offer.expiresAt <= at) return `The offer expired on ${offer.expiresAt.slice(0, 10)}.`
  return undefined
}

const tooLate: Rule = ({ content: { responseDeadline } }, _offer, at) =>
  responseDeadline !== undefined && responseDeadline < at.slice(0, 10)
    ? `Responses to the need were due by ${responseDeadline}.`
    : undefined

const rules: Rule[] = [sameOrganisation, noTerritory, expired, tooLate]

export const exclusion: Rule = (need, offer, at) => {
  for (const rule of rules) {
    const reason = rule(need, offer, at)
    if (reason) return reason
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
