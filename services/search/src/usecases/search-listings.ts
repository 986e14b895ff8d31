import {
  anyLanguage,
  type Caller,
  disclose,
  isPassed,
  isPatentNumber,
  patentKeys,
  type searchApi,
  searchHit,
  shownCountry,
} from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import type { SearchQuery, TextIndex } from '@techbridge/index'
import { highlight, lookUpLanguage, queryTerms } from '@techbridge/text'
import type { z } from 'zod'
import { facetNames, type Listing, patentNamesFor } from '../domain/listing.ts'

type Query = z.output<NonNullable<typeof searchApi.search.query>>

/** What everyone may read is searched for everyone; details only for officers, so that nobody can feel for them. */
const publicFields = { title: 4, abstract: 2 }
const allFields = { ...publicFields, details: 1 }

/** Searches what is published. Without `q`, newest first. */
export const searchListings = async (index: TextIndex, query: Query, caller: Caller | undefined, at: string) => {
  const byPatent = await readAsPatent(index, query, caller, at)
  return await find(index, byPatent ?? query, caller, at)
}

/** A `q` that is a whole patent number asks for it, if an offer that the caller may find has it; else it is words like others. */
const readAsPatent = async (index: TextIndex, { q, ...rest }: Query, caller: Caller | undefined, at: string) => {
  if (q === undefined || q.length > longestNumber || rest.patent || !isPatentNumber(q)) return undefined
  const query = { ...rest, patent: [q] }
  const { total } = await index.search({ ...filtersOf(query, caller, at), limit: 0 })
  return total > 0 ? query : undefined
}

const longestNumber = 100

const find = async (index: TextIndex, query: Query, caller: Caller | undefined, at: string) => {
  const tokens = query.q === undefined ? [] : queryTerms(query.q, query.lang)
  if (query.q !== undefined && tokens.length === 0) return { items: [], total: 0, facets: noFacets() }
  const found = await index.search({
    ...(tokens.length > 0
      ? { match: { tokens, fields: isOfficer(caller) ? allFields : publicFields, require: 'any' as const } }
      : { order: { by: 'publishedAt', descending: true } }),
    ...filtersOf(query, caller, at),
    facets: facetNames,
    limit: query.limit,
    after: query.cursor,
  })
  return {
    items: found.hits.map(({ source, score }) => hitOf(source as Listing, query.lang, tokens, score, at)),
    total: found.total,
    facets: { ...noFacets(), ...found.facets },
    next: found.next,
  }
}

interface FacetCount {
  value: string
  count: number
}

const noFacets = () =>
  Object.fromEntries(facetNames.map((name): [string, FacetCount[]] => [name, []])) as Record<
    (typeof facetNames)[number],
    FacetCount[]
  >

const filtersOf = (query: Query, caller: Caller | undefined, at: string) => ({
  where: whereOf(query, caller),
  range: rangeOf(query),
  outside: query.deadline === 'open' ? { deadline: { lte: Date.parse(at) } } : undefined,
})

const whereOf = (query: Query, caller: Caller | undefined): SearchQuery['where'] => {
  const { kind, country, sector, dealType, ipStatus, language, patent } = query
  const wanted = {
    kind: kind && [kind],
    country,
    sector,
    dealType,
    ipStatus,
    language: language?.includes(anyLanguage) ? undefined : language,
    patent: patent && patentNamesFor(caller, patent.flatMap(patentKeys)),
  }
  const given = Object.entries(wanted).filter((entry): entry is [string, string[]] => entry[1] !== undefined)
  return { state: ['live'], ...Object.fromEntries(given) }
}

const rangeOf = ({ trlMin, trlMax }: Query): SearchQuery['range'] =>
  trlMin === undefined && trlMax === undefined ? undefined : { trl: { gte: trlMin, lte: trlMax } }

/** The same for everybody, officers and owners too. */
const hitOf = (listing: Listing, wanted: string | undefined, tokens: readonly string[], score: number, at: string) => {
  const language = (wanted && lookUpLanguage(wanted, Object.keys(listing.texts))) ?? listing.originalLanguage
  const { title, summary } = listing.texts[language]!
  const { anonymous, reference, organisation, deadline } = listing
  const record = {
    ...listing,
    language,
    title,
    summary,
    country: shownCountry(anonymous, reference, organisation),
    deadline: deadline && { ...deadline, passed: isPassed(deadline, at) },
    score,
    highlights: tokens.length > 0 ? [title, summary].flatMap((text) => highlight(text, language, tokens)) : [],
  }
  return disclose(searchHit, record, 'public')
}
