import { anyLanguage, type Caller, ipcRangeOf, patentKeys, type searchApi, startOfDay } from '@techbridge/contracts'
import type { SearchQuery } from '@techbridge/index'
import type { z } from 'zod'
import { namesFor } from '../domain/hidden-names.ts'

export type Query = z.output<NonNullable<typeof searchApi.search.query>>

/** What a listing must be, whatever it says. */
export const filtersOf = (query: Query, caller: Caller | undefined, at: string) => ({
  where: whereOf(query, caller),
  range: rangeOf(query),
  outside: query.deadline === 'open' ? { deadline: { lte: Date.parse(at) } } : undefined,
})

const whereOf = (query: Query, caller: Caller | undefined): SearchQuery['where'] => {
  const { kind, country, sector, dealType, ipStatus, language, patent, organisation, ipc, sdg, territory } = query
  const wanted = {
    kind: kind && [kind],
    country,
    sector,
    dealType,
    ipStatus,
    ipc: ipc?.map(ipcRangeOf),
    sdg: sdg?.map(String),
    // Rights for the whole world are rights there too.
    territory: territory && [...new Set([...territory, 'WORLD'])],
    language: language?.includes(anyLanguage) ? undefined : language,
    organisation: organisation && namesFor(caller, organisation),
    patent: patent && namesFor(caller, patent.flatMap(patentKeys)),
  }
  const given = Object.entries(wanted).filter((entry): entry is [string, string[]] => entry[1] !== undefined)
  return { state: ['live'], ...Object.fromEntries(given) }
}

const rangeOf = ({ trlMin, trlMax, publishedFrom, publishedTo }: Query): SearchQuery['range'] => ({
  ...((trlMin !== undefined || trlMax !== undefined) && { trl: { gte: trlMin, lte: trlMax } }),
  // Days are all that the index has, of everyone's profiles.
  ...((publishedFrom !== undefined || publishedTo !== undefined) && {
    publishedAt: { gte: dayOf(publishedFrom), lte: dayOf(publishedTo) },
  }),
})

const dayOf = (day: string | undefined) => (day === undefined ? undefined : Date.parse(startOfDay(day)))
