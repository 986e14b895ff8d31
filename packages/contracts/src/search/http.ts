import { z } from 'zod'
import { country, languageRange, languageTag, territory, wantedLanguage } from '../common/codes.ts'
import { integerParameter } from '../common/parameters.ts'
import { day, lineOrNothing, organisation, organisationId, timestamp } from '../common/values.ts'
import { dealType, ipcRange, ipStatus, profileKind, reference, sdg, sector, trl } from '../common/vocabulary.ts'
import { shown } from '../disclosure/marks.ts'
import { endpoint, pageQuery } from '../endpoint.ts'
import { cloudEvent } from '../envelope.ts'
import { rebuildReport } from '../matching/http.ts'
import { refuse } from '../messages/issues.ts'
import { seenDeadline } from '../needs/deadline.ts'
import { patentProblem } from '../patents/index.ts'

const tag = 'search'

/** A query parameter that may be repeated; any of its values matches. */
const anyOf = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(one).max(20).optional(),
  )

export const searchHit = z
  .object({
    kind: shown('public', profileKind),
    id: shown('public', z.string().meta({ description: 'Identifier of the profile' })),
    reference: shown('public', reference),
    type: shown('public', z.string().meta({ description: 'Type of the profile, such as `TO`' })),
    language: shown(
      'public',
      languageTag.meta({
        description: 'Language of title and summary: the closest to the one asked for, else the original',
      }),
    ),
    title: shown('public', z.string().meta({ description: 'In `language`' })),
    summary: shown('public', z.string().meta({ description: 'In `language`' })),
    organisation: shown(
      'identity',
      organisation.optional().meta({ description: 'Absent when it stays anonymous to the caller' }),
    ),
    country: shown('public', country),
    sector: shown('public', sector),
    trl: shown('public', trl.optional()),
    dealTypes: shown('public', z.array(dealType).meta({ description: 'Acceptable agreements' })),
    deadline: shown('public', seenDeadline.optional()),
    publishedAt: shown('public', timestamp, { exactFrom: 'own' }),
    score: shown('public', z.number().meta({ description: 'How well it fits q; comparable within one response' })),
    highlights: shown(
      'public',
      z.array(z.string()).meta({ description: 'Fragments as HTML-escaped text with <mark> around what was found' }),
    ),
  })
  .meta({ id: 'SearchHit', description: 'A published offer or need that was found' })

/** A patent number in any spelling, read like those in offers. */
const patentNumber = z
  .string()
  .trim()
  .max(100)
  .superRefine((given, context) => {
    const problem = patentProblem(given)
    if (problem) refuse(context, problem)
  })
  .meta({ id: 'PatentNumber', description: 'Patent number in any spelling', example: 'CN 2023 1 0123456.6' })

export const searchOrder = z
  .enum(['relevance', 'newest', 'oldest', 'deadline'])
  .meta({ id: 'SearchOrder', description: 'Order of what a search finds' })

const facet = (of: string) =>
  z
    .array(
      z.object({
        value: z.string().meta({ description: 'A value of the filter of this name' }),
        count: z.int().meta({ description: 'Profiles that have it' }),
      }),
    )
    .meta({ description: `Number of hits by ${of}` })

/** An event on the stream, without its place in the record's history where the caller must not know that. */
const seenEvent = cloudEvent.partial({ sequence: true })
export type SeenEvent = z.infer<typeof seenEvent>

export const searchApi = {
  search: endpoint({
    method: 'get',
    path: '/v1/search',
    tag,
    summary: 'Search what is published',
    description:
      'Finds the profiles with any of the words of q, or with what q names under another name or in another language; a broad subject that both have in common is not enough. Without words: all, newest first. Filters of one name are alternatives, of different names all hold.',
    access: 'anyone',
    query: z.object({
      ...pageQuery,
      q: lineOrNothing(500).optional().meta({
        description:
          'Words in any language. `"drip irrigation"`: words side by side, all such phrases needed. `-word`, `-"some words"`: profiles without; at most ten of both. Or a whole patent number with its office: then the offers that list it, if there are any',
        example: '"drip irrigation" sensor -solar',
      }),
      sort: searchOrder.optional().meta({
        description:
          '`relevance`, the default where q has words; `newest` or `oldest` publication, by days; `deadline`: the response deadline that ends first, then what has none',
      }),
      kind: profileKind.optional().meta({ description: 'Offers alone, or needs alone' }),
      lang: wantedLanguage.optional().meta({
        description: 'Language of q, and the one wanted for titles: `en-GB` is shown `en`, `en` is shown `en-GB`',
      }),
      country: anyOf(country).meta({ description: 'Countries of organisations' }),
      sector: anyOf(sector).meta({ description: 'Sectors' }),
      dealType: anyOf(dealType).meta({ description: 'Acceptable agreements, any of them' }),
      ipStatus: anyOf(ipStatus).meta({ description: 'How offers are protected; needs have none' }),
      organisation: anyOf(organisationId.meta({ description: 'Id of an organisation' })).meta({
        description:
          'Organisations, by their ids. Their anonymous profiles are found for themselves and officers alone',
      }),
      ipc: anyOf(ipcRange).meta({
        description:
          'Sections, classes, subclasses or groups of the IPC or CPC, in any spelling: `A01` finds `A01G9/24`, `A01G 9/00` all of its main group',
      }),
      sdg: anyOf(integerParameter(sdg)).meta({ description: 'Sustainable Development Goals' }),
      territory: anyOf(territory).meta({
        description:
          'Where rights are offered or wanted; what is for the whole world is found for each country, with `WORLD` alone',
      }),
      publishedFrom: day.optional().meta({ description: 'First day of publication (UTC)', example: '2026-11-01' }),
      publishedTo: day.optional().meta({ description: 'Last day of publication (UTC)', example: '2026-11-30' }),
      language: anyOf(languageRange).meta({
        description: 'Languages that the profile has a text in, as ranges: `zh` finds `zh-Hant`, `*` finds all',
      }),
      patent: anyOf(patentNumber).meta({
        description:
          'Offers that list the patent, by its application, publication or grant number, in any spelling and with or without a kind code; anonymous ones are found only by their owners and by officers',
      }),
      trlMin: integerParameter(trl)
        .optional()
        .meta({ description: 'At least this technology readiness level; of a need, the least that would do' }),
      trlMax: integerParameter(trl)
        .optional()
        .meta({ description: 'At most this technology readiness level; of a need, the least that would do' }),
      deadline: z
        .enum(['open'])
        .optional()
        .meta({ description: '`open` leaves out needs whose response deadline has passed by the time of the query' }),
    }),
    response: z.object({
      items: z.array(searchHit).meta({ description: 'Those of this page, in the order asked for' }),
      total: z.int().meta({ description: 'Number of all hits' }),
      facets: z
        .object({
          kind: facet('kind'),
          country: facet('country'),
          sector: facet('sector'),
          dealType: facet('deal type'),
          ipStatus: facet('protection'),
          language: facet('language'),
        })
        .meta({ description: 'Counts of the hits' }),
      next: z.string().optional().meta({ description: 'Cursor of the next page' }),
    }),
  }),
  stream: endpoint({
    method: 'get',
    path: '/v1/stream',
    tag,
    summary: 'Follow what happens, as far as the caller may see it',
    description:
      'Server-sent events; each carries an event in CloudEvents form. Send Last-Event-ID to continue where a connection broke. Without it the stream begins now; with `from=start`, at the beginning of the log. Events of other organisations have an id of their own and no sequence, so that they do not reveal how many steps preceded them. A published need with a response deadline has `deadline` without `passed`: compare `endsAt`. The number of open streams is limited for each caller, for each organisation and in total; one more gets 429 with `Retry-After`. A connection that accepts no data for half a minute is closed.',
    access: 'signedIn',
    query: z.object({
      from: z
        .enum(['start', 'now'])
        .default('now')
        .meta({ description: 'Where a stream without `Last-Event-ID` begins' }),
    }),
    response: seenEvent,
    responseFormat: 'eventStream',
  }),
  rebuild: endpoint({
    method: 'post',
    path: '/v1/search/rebuild',
    tag,
    summary: 'Rebuild the search index from the event log',
    description: 'May be repeated: the same log gives the same index.',
    access: ['admin'],
    takesLong: true,
    response: rebuildReport,
  }),
}
