import type { Favoured, SearchQuery, TextIndex } from '@techbridge/index'
import { isConcept } from '@techbridge/text'
import { knownTexts } from '../domain/known-texts.ts'
import type { Listing } from '../domain/listing.ts'

export interface FeedbackSettings {
  /** Tokens of a query that gets feedback, at most. */
  longestQuery: number
  /** The best hits that are asked, and the power of their scores that they count by. */
  hits: number
  sharpness: number
  /** How many of their words are taken, and their part in the weight of the whole query, below 1. */
  terms: number
  share: number
}

type Asked = Omit<SearchQuery, 'limit'> & Required<Pick<SearchQuery, 'match'>>

/**
 * What else the best hits say, for queries of few words: the relevance model RM3 (Lavrenko and Croft, 2001; Abdul-Jaleel and others, 2004),
 * over what everyone may read of them. It ranks what the query finds, and finds nothing more.
 */
export const feedbackOf = async (
  index: TextIndex,
  asked: Asked,
  { longestQuery, hits: most, sharpness, terms: words, share }: FeedbackSettings,
): Promise<Favoured[]> => {
  const queryLength = asked.match.tokens.length
  if (queryLength > longestQuery) return []
  const { hits } = await index.search({ ...asked, limit: most })
  const [best] = hits
  if (!best) return []
  const model = new Map<string, number>()
  for (const { source, score } of hits) {
    const said = wordsOf(source as Listing)
    const weight = (score / best.score) ** sharpness / said.length
    for (const word of said) model.set(word, (model.get(word) ?? 0) + weight)
  }
  const taken = [...model].sort(([one, p], [other, q]) => q - p || (one < other ? -1 : 1)).slice(0, words)
  const whole = taken.reduce((sum, [, probability]) => sum + probability, 0)
  const weight = (queryLength * share) / (1 - share) / whole
  return taken.map(([token, probability]) => ({ token, weight: weight * probability }))
}

const wordsOf = (listing: Listing): string[] =>
  knownTexts(listing, listing.originalLanguage)
    .flatMap(({ tokens }) => tokens.map(({ term }) => term))
    .filter((term) => !isConcept(term))
