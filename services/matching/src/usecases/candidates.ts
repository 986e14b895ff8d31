import type { ProfileKind } from '@techbridge/contracts'
import { isBare } from '@techbridge/text'
import { type CorpusStatistics, countOf, rarity } from '../domain/corpus.ts'
import type { TermUse } from '../domain/profile.ts'
import { bareWeight, chosen, wantedCount } from '../domain/text-similarity.ts'
import { type IndexedProfile, isLive, type ProfileIndexes } from './profiles-index.ts'

/** Terms of a query and candidates a query: enough to find what scores well, few enough to stay fast in a large corpus. */
const queryTerms = 40
const candidates = 50
/** Occurrences that one query may look at: it holds the process up for as long. */
const mostOccurrences = 10_000

/** Profiles of the other kind that are worth a closer look, by the terms that tell most. `statistics` are those of the other kind. */
export const findCandidates = async (
  indexes: ProfileIndexes,
  { profile, text }: IndexedProfile,
  statistics: CorpusStatistics,
  at: string,
): Promise<IndexedProfile[]> => {
  const otherKind: ProfileKind = profile.kind === 'offer' ? 'need' : 'offer'
  const other = indexes[otherKind]
  const usesOf = (terms: Record<string, TermUse>, language?: string) =>
    Object.entries(terms).map(([term, use]) => ({ term, count: wantedCount(use, text.bodyFrom), language }))
  const uses = [
    ...Object.entries(text.languages).flatMap(([language, { terms }]) => usesOf(terms, language)),
    ...usesOf(text.concepts),
  ]
  let occurrences = 0
  const telling = uses
    .filter(({ term }) => countOf(statistics, term) > 0)
    .map(({ term, count, language }) => ({
      term,
      count,
      weight: count * rarity(term, statistics, language) ** chosen.power * (isBare(term) ? bareWeight : 1),
    }))
    .sort((one, two) => two.weight - one.weight)
    .slice(0, queryTerms)
    .filter(({ term }, place) => {
      occurrences += countOf(statistics, term)
      return place === 0 || occurrences <= mostOccurrences
    })
  if (telling.length === 0) return []
  const { hits } = await other.search({
    match: {
      tokens: telling.map(({ term }) => term),
      // Each weighs by the root of its count in all.
      favouring: telling
        .filter(({ count }) => count > 1)
        .map(({ term, count }) => ({ token: term, weight: Math.sqrt(count) - 1 })),
      fields: { title: 3, body: 1 },
      require: 'any',
    },
    where: isLive,
    // Needs that are over would take places of others.
    outside: { deadline: { lte: Date.parse(at) } },
    limit: candidates,
  })
  return hits.map(({ source }) => source as IndexedProfile)
}

const nearest = 20

/** Those whose meaning is nearest, where the profile was embedded. Only what has no language in common with it is scored by that. */
export const findNear = async (
  indexes: ProfileIndexes,
  { profile, meaning, text }: IndexedProfile,
  at: string,
): Promise<IndexedProfile[]> => {
  if (!meaning) return []
  const hits = await indexes[profile.kind === 'offer' ? 'need' : 'offer'].nearest({
    vector: { model: meaning.model, values: Float32Array.from(meaning.values) },
    where: isLive,
    outside: { deadline: { lte: Date.parse(at) } },
    limit: nearest,
  })
  return hits
    .map(({ source }) => source as IndexedProfile)
    .filter((other) => !Object.keys(other.text.languages).some((language) => language in text.languages))
}
