import type { Match, MatchEvent } from './match.ts'

/** The match after the event. */
export const evolve = (match: Match | undefined, event: MatchEvent, at: string): Match => {
  switch (event.type) {
    case 'techbridge.match.proposed.v1': {
      const { id, need, offer, score, features } = event.data
      return {
        id,
        need,
        offer,
        score,
        features,
        status: 'proposed',
        accepted: [],
        createdAt: match?.createdAt ?? at,
        askedAt: at,
        disclosed: false,
      }
    }
    default:
      return change(match as Match, event, at)
  }
}

const change = (
  match: Match,
  event: Exclude<MatchEvent, { type: 'techbridge.match.proposed.v1' }>,
  at: string,
): Match => {
  switch (event.type) {
    case 'techbridge.match.rescored.v1': {
      const { need, offer, score, features } = event.data
      // What a side accepted was another text: both are asked again.
      return { ...match, need, offer, score, features, accepted: [] }
    }
    case 'techbridge.match.approved.v1':
      return {
        ...match,
        status: 'approved',
        disclosed: true,
        askedAt: at,
        remindedAt: undefined,
        escalatedAt: undefined,
      }
    case 'techbridge.match.rejected.v1':
      return { ...match, status: 'rejected', refusal: event.data.refusal }
    case 'techbridge.match.accepted.v1':
      return { ...match, accepted: [...match.accepted, event.data.party] }
    case 'techbridge.match.agreed.v1':
      return { ...match, status: 'agreed' }
    case 'techbridge.match.declined.v1':
      return { ...match, status: 'declined', refusal: event.data.refusal }
    case 'techbridge.match.reminded.v1':
      return { ...match, remindedAt: at }
    case 'techbridge.match.escalated.v1':
      return { ...match, escalatedAt: at }
    case 'techbridge.match.organisation-renamed.v1':
      return { ...match, need: event.data.need, offer: event.data.offer }
    case 'techbridge.match.lapsed.v1':
      return { ...match, status: 'lapsed' }
  }
}
