import type { Caller } from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import type { Favoured, SearchQuery, TextIndex } from '@techbridge/index'
import type { Wanted } from '../domain/wanted.ts'
import { type FeedbackSettings, feedbackOf } from './feedback.ts'
import { filtersOf, type Query } from './filters.ts'

export interface RankingSettings {
  boosts: Record<'title' | 'abstract' | 'details', number>
  feedback: FeedbackSettings
}

/** Chosen on halves of Cranfield, each tried on the other: docs/quality.md. */
export const settings: RankingSettings = {
  boosts: { title: 2, abstract: 1, details: 0.5 },
  feedback: { longestQuery: 20, hits: 5, sharpness: 5, terms: 20, share: 0.5 },
}

/** What everyone may read is searched for everyone; details only for officers, so that nobody can feel for them. */
const fieldsFor = (
  caller: Caller | undefined,
  { title, abstract, details }: RankingSettings['boosts'],
): Record<string, number> => (isOfficer(caller) ? { title, abstract, details } : { title, abstract })

const orders = {
  newest: { by: 'publishedAt', descending: true },
  oldest: { by: 'publishedAt', descending: false },
  deadline: { by: 'dueBy', descending: false },
} as const

/** What to find, of the text that the caller may read alone, and in which order. */
export const rankedBy = async (
  index: TextIndex,
  { sort = 'relevance', ...query }: Query,
  { tokens, broad, phrases, without }: Wanted,
  caller: Caller | undefined,
  at: string,
  { boosts, feedback } = settings,
): Promise<Omit<SearchQuery, 'limit'>> => {
  const fields = fieldsFor(caller, boosts)
  const asked = {
    ...filtersOf(query, caller, at),
    phrases: { fields: Object.keys(fields), each: phrases, without },
  }
  if (tokens.length === 0) return { ...asked, order: orders[sort === 'relevance' ? 'newest' : sort] }
  const favouring = broad.map((token) => ({ token, weight: 1 }))
  const match = { tokens, fields, require: 'any' as const, favouring }
  if (sort !== 'relevance') return { ...asked, match, order: orders[sort] }
  const said = await feedbackOf(index, { ...asked, match }, feedback)
  return { ...asked, match: { ...match, favouring: addedUp([...favouring, ...said]) } }
}

const addedUp = (favouring: readonly Favoured[]): Favoured[] => {
  const weights = new Map<string, number>()
  for (const { token, weight } of favouring) weights.set(token, (weights.get(token) ?? 0) + weight)
  return [...weights].map(([token, weight]) => ({ token, weight }))
}
