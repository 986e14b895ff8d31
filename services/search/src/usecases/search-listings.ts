import {
  type Caller,
  disclose,
  isPassed,
  isPatentNumber,
  type Message,
  message,
  messageAt,
  searchHit,
  shownCountry,
} from '@techbridge/contracts'
import { HttpProblem } from '@techbridge/http'
import type { TextIndex } from '@techbridge/index'
import { highlight, lookUpLanguage } from '@techbridge/text'
import { knownTexts } from '../domain/known-texts.ts'
import { facetNames, type Listing } from '../domain/listing.ts'
import { type Wanted, wantedBy } from '../domain/wanted.ts'
import { filtersOf, type Query } from './filters.ts'
import { rankedBy } from './ranking.ts'

/** Searches what is published. Without words, newest first. */
export const searchListings = async (index: TextIndex, query: Query, caller: Caller | undefined, at: string) => {
  const { publishedFrom, publishedTo } = query
  if (publishedFrom !== undefined && publishedTo !== undefined && publishedTo < publishedFrom)
    refuse('publishedTo', message('field.published-order'))
  const byPatent = await readAsPatent(index, query, caller, at)
  return await find(index, byPatent ?? query, caller, at)
}

const refuse = (parameter: string, said: Message) => {
  const error = messageAt(`query.${parameter}`, said)
  throw new HttpProblem(400, message('invalid', { errors: `${error.path}: ${error.message}` }), { errors: [error] })
}

/** A `q` that is a whole patent number asks for it, if an offer that the caller may find has it; else it is words like others. */
const readAsPatent = async (index: TextIndex, { q, ...rest }: Query, caller: Caller | undefined, at: string) => {
  if (q === undefined || q.length > longestNumber || rest.patent || !isPatentNumber(q)) return undefined
  const query = { ...rest, patent: [q] }
  const { total } = await index.search({ ...filtersOf(query, caller, at), limit: 0 })
  return total > 0 ? query : undefined
}

const longestNumber = 100

/** Each is a query of its own to the index, over everything. */
const mostConditions = 10

const find = async (index: TextIndex, query: Query, caller: Caller | undefined, at: string) => {
  const wanted = wantedBy(query.q ?? '', query.lang)
  if (wanted.conditions > mostConditions) refuse('q', message('field.search-conditions', { most: mostConditions }))
  const [text] = wanted.unsearchable
  if (text !== undefined) refuse('q', message('field.unsearchable', { text }))
  if (wanted.asks && wanted.tokens.length === 0) return { items: [], total: 0, facets: noFacets() }
  const asked = await rankedBy(index, query, wanted, caller, at)
  const found = await index.search({ ...asked, facets: facetNames, limit: query.limit, after: query.cursor })
  return {
    items: found.hits.map(({ source, score }) => hitOf(source as Listing, query.lang, wanted, score, at)),
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

/** The same for everybody, officers and owners too. */
const hitOf = (listing: Listing, lang: string | undefined, { marked, phrases }: Wanted, score: number, at: string) => {
  const language = (lang && lookUpLanguage(lang, Object.keys(listing.texts))) ?? listing.originalLanguage
  const { title = '', summary = '' } = listing.texts[language] ?? {}
  const { anonymous, reference, organisation, deadline } = listing
  const record = {
    ...listing,
    language,
    title,
    summary,
    country: shownCountry(anonymous, reference, organisation),
    deadline: deadline && { ...deadline, passed: isPassed(deadline, at) },
    score,
    highlights: knownTexts(listing, language).flatMap(({ text, tokens }) =>
      highlight(text, language, marked, { phrases: phrases.flat(), tokens }),
    ),
  }
  return disclose(searchHit, record, 'public')
}
