import { type Message, message, type OfferContent, type ScoreModel } from '@techbridge/contracts'
import { isConcept } from '@techbridge/text'
import type { CorpusStatistics } from './corpus.ts'
import type { AnalysedTerms } from './profile.ts'
import { type Sides, score } from './score.ts'
import { round } from './similarity.ts'

/** What would change the score, and by how much. */
export interface ScoreChange {
  change: number
  said: Message
}

/** Terms of which it is told what the score would be without each. */
const termsLeftOut = 3

/**
 * What would change the score of a pair: each is the difference to the score, by the same function, of the pair with an offer that is
 * otherwise the same. The statistics know of hidden texts, so this is for officers.
 */
export const changesOf = (sides: Sides, statistics: CorpusStatistics, model?: ScoreModel): ScoreChange[] => {
  const before = score(sides, statistics, model)
  const by = (said: Message, changed: Partial<Pick<Sides, 'offer' | 'offerText'>>): ScoreChange[] => {
    const change = round(score({ ...sides, ...changed }, statistics, model).score - before.score)
    return change === 0 ? [] : [{ change, said }]
  }
  const { need, offer } = sides
  const having = (changed: Partial<OfferContent>) => ({
    offer: { ...offer, content: { ...offer.content, ...changed } },
  })
  const [wants, has] = [need.content, offer.content]

  const better = [
    ...(wants.minimumTrl !== undefined && has.trl < wants.minimumTrl
      ? by(message('with.trl', { trl: wants.minimumTrl }), having({ trl: wants.minimumTrl }))
      : []),
    ...by(
      message('with.territories', { territories: wants.territories.filter((one) => !has.territories.includes(one)) }),
      having({ territories: [...new Set([...has.territories, ...wants.territories])] }),
    ),
    ...by(
      message('with.deal-types', { dealTypes: wants.dealTypes }),
      having({ dealTypes: [...new Set([...has.dealTypes, ...wants.dealTypes])] }),
    ),
    ...wants.ipc
      .filter((symbol) => symbol.length >= 4)
      .slice(0, 1)
      .flatMap((ipc) => by(message('with.class', { ipc: ipc.slice(0, 4) }), having({ ipc: [...has.ipc, ipc] }))),
  ]
  const terms = before
    .features()
    .flatMap(({ contribution, terms = [] }) => terms.map((term) => ({ ...term, share: contribution * term.share })))
    .toSorted((one, other) => other.share - one.share)
    .slice(0, termsLeftOut)
  const worse = terms.flatMap(({ term, offer: surface }) =>
    by(message('without.term', { term: surface }), { offerText: withoutTerm(sides.offerText, term, surface) }),
  )
  return [...better, ...worse].toSorted((one, other) => other.change - one.change)
}

/** The text with other words, that tell nothing, in place of the term, a phrase of words or a concept with its broader ones. */
const withoutTerm = (text: AnalysedTerms, term: string, surface: string): AnalysedTerms => {
  const words = new Set(isConcept(term) ? [] : term.split(' '))
  const concepts = Object.entries(text.concepts).filter(([, [, written]]) => written !== surface)
  const languages = Object.entries(text.languages).map(([language, { length, terms }]) => {
    const left = Object.entries(terms).filter(([word]) => !words.has(word))
    return [language, { length, terms: Object.fromEntries(left) }]
  })
  return { ...text, concepts: Object.fromEntries(concepts), languages: Object.fromEntries(languages) }
}
