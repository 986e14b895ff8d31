import type { Favoured, SearchQuery, TextIndex } from '@techbridge/index'
import { isConcept, terms } from '@techbridge/text'
import type { Listing } from '../domain/listing.ts'

/**
 * Chosen on halves of Cranfield, each tried on the other (docs/quality.md). `share` is what the hits say in the weight of the whole query;
 * `sharpness`, how much more the best hits count: their scores to that power.
 */
const feedback = { longestQuery: 20, hits: 5, sharpness: 5, terms: 20, share: 0.5 }

type Asked = Omit<SearchQuery, 'limit'> & Required<Pick<SearchQuery, 'match'>>

/**
 * What else the best hits say, for queries of few words: the relevance model RM3 (Lavrenko and Croft, 2001; Abdul-Jaleel and others, 2004),
 * over what everyone may read of them. It ranks what the query finds, and finds nothing more.
 */
export const feedbackOf = async (index: TextIndex, asked: Asked): Promise<Favoured[]> => {
  const queryLength = asked.match.tokens.length
  if (queryLength > feedback.longestQuery) return []
  const { hits } = await index.search({ ...asked, limit: feedback.hits })
  const [best] = hits
  if (!best) return []
  const model = new Map<string, number>()
  for (const { source, score } of hits) {
    const said = wordsOf(source as Listing)
    const weight = (score / best.score) ** feedback.sharpness / said.length
    for (const word of said) model.set(word, (model.get(word) ?? 0) + weight)
  }
  const most = [...model].sort(([one, p], [other, q]) => q - p || (one < other ? -1 : 1)).slice(0, feedback.terms)
  const whole = most.reduce((sum, [, probability]) => sum + probability, 0)
  const weight = (queryLength * feedback.share) / (1 - feedback.share) / whole
  return most.map(([token, probability]) => ({ token, weight: weight * probability }))
}

const wordsOf = ({ texts, originalLanguage }: Listing): string[] => {
  const { title = '', summary = '' } = texts[originalLanguage] ?? {}
  return [title, summary].flatMap((text) => terms(text, originalLanguage)).filter((term) => !isConcept(term))
}
