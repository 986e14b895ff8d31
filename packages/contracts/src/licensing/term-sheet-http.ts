import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { money, percentage } from '../common/money.ts'
import { integerParameter } from '../common/parameters.ts'
import { idOf, text, timestamp } from '../common/values.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { endpoint, history } from '../endpoint.ts'
import { explanationQuery } from '../matching/explanation.ts'
import { parties, party } from '../matching/vocabulary.ts'
import {
  clauseDifference,
  clauseName,
  clauseStanding,
  reasons,
  termSheetStatus,
  terms,
  termsFinding,
} from './term-sheet.ts'
import { termSheetExample } from './term-sheet-example.ts'

const tag = 'term-sheets'
const path = '/v1/cases/{id}/term-sheet'
const params = z.object({ id: idOf('case') })

export const termSheetAction = z
  .enum(['propose', 'counter', 'agree', 'accept'])
  .meta({ id: 'TermSheetAction', description: 'Action on a term sheet' })
export type TermSheetAction = z.infer<typeof termSheetAction>

const termsVersion = z
  .int()
  .min(1)
  .meta({ description: 'Version of the terms: 1 as first proposed, one more each time' })

/** Only the parties of the case and officers read term sheets, and they read all of them. */
const view = z
  .object({
    id: shown('public', idOf('termsheet')),
    version: shown('public', z.int().min(1).meta({ description: 'For `If-Match`' })),
    case: shown('public', idOf('case')),
    status: shown('public', termSheetStatus),
    termsVersion: shown('public', termsVersion),
    terms: shown('public', terms),
    clauses: shown('public', z.array(clauseStanding).meta({ description: 'How each clause stands' })),
    acceptedBy: shown('public', z.array(party).meta({ description: 'Who has accepted this version of the terms' })),
    findings: shown(
      'public',
      z
        .array(termsFinding)
        .meta({ description: 'Contradictions and warnings; errors keep the terms from being accepted' }),
    ),
    actions: shown('public', z.array(termSheetAction).meta({ description: 'What the caller may do now' })),
    changed,
  })
  .meta({ id: 'TermSheet', description: 'The terms of a case as they stand, clause by clause' })

const proposal = z
  .object({
    clauses: terms,
    reasons: reasons.default({}),
  })
  .meta({ id: 'TermsProposal', description: 'First terms', example: termSheetExample })

const counter = z
  .object({
    clauses: terms
      .prefault({})
      .meta({ description: 'Clauses that are new or changed, each in full; the others stay as they are' }),
    remove: z.array(clauseName).max(27).default([]).meta({ description: 'Clauses that shall go' }),
    reasons: reasons.default({}),
  })
  .meta({
    id: 'TermsCounter',
    description: 'Changes to the terms',
    example: {
      clauses: { upfront: { amount: { amount: 1_500_000, currency: 'USD' }, dueDays: 60 } },
      reasons: { upfront: 'Our loan is paid out sixty days after signature.' },
    },
  })

const agreement = z
  .object({
    clauses: z.array(clauseName).min(1).max(27).meta({ description: 'To which your side agrees' }),
    why: text(1000).optional().meta({ description: 'For the other side' }),
  })
  .meta({ id: 'ClausesAgreed', description: 'Agreement to clauses', example: { clauses: ['subject', 'law'] } })

const versionSummary = whole(
  z
    .object({
      version: termsVersion,
      by: party,
      at: timestamp,
      written: z.array(clauseName).meta({ description: 'Clauses that came or changed with it' }),
      removed: z.array(clauseName).meta({ description: 'Clauses that went with it' }),
      reasons,
    })
    .meta({ id: 'TermsVersion', description: 'A version of the terms: who wrote it, and what it changed' }),
)

const royalty = z
  .object({
    computed: money.meta({ description: 'By the tiers or the units; rounded once, half to even' }),
    payable: money.meta({ description: 'After minimum and cap' }),
    applied: z.enum(['asComputed', 'minimum', 'cap']).meta({ description: 'What decided what is payable' }),
    tiers: z
      .array(
        z.object({
          part: money.meta({ description: 'The part of the sales in this tier' }),
          rate: percentage.meta({ description: 'Its rate' }),
        }),
      )
      .meta({ description: 'How the sales fall into the tiers; empty for units' }),
  })
  .meta({ id: 'ComputedRoyalty', description: 'What the terms would have the seeker pay for a period' })

const amount = integerParameter(z.int().min(0).max(Number.MAX_SAFE_INTEGER)).optional()
const shared = { tag, params, access: 'signedIn' } as const
const byParties = { method: 'post', tag, params, access: parties, response: view } as const

export const termSheetApi = {
  termSheet: endpoint({
    ...shared,
    method: 'get',
    path,
    summary: 'Read the term sheet of a case',
    description: 'For the two parties of the case and for officers.',
    response: view,
  }),
  proposeTerms: endpoint({
    ...byParties,
    path,
    summary: 'Propose the first terms of a case',
    description: 'While the case is negotiated. Clauses may be missing; they are needed when the terms are accepted.',
    body: proposal,
    status: 201,
  }),
  counterTerms: endpoint({
    ...byParties,
    path: `${path}/counter`,
    summary: 'Change clauses, add some or remove some',
    description: 'Makes a new version. Acceptances of the version before no longer count.',
    body: counter,
    requiresIfMatch: true,
  }),
  agreeClauses: endpoint({
    ...byParties,
    path: `${path}/agree`,
    summary: 'Agree to clauses that the other side wrote',
    body: agreement,
    requiresIfMatch: true,
  }),
  acceptTerms: endpoint({
    ...byParties,
    path: `${path}/accept`,
    summary: 'Accept the terms as a whole for one’s own side',
    description: 'Not while they contradict themselves. Once both have accepted the same version, they are settled.',
    requiresIfMatch: true,
  }),
  termsVersions: endpoint({
    ...shared,
    method: 'get',
    path: `${path}/versions`,
    summary: 'Who wrote which version of the terms, and what it changed',
    response: z.object({ items: z.array(versionSummary).meta({ description: 'Oldest first' }) }),
  }),
  termsDifference: endpoint({
    ...shared,
    method: 'get',
    path: `${path}/difference`,
    summary: 'What differs between two versions of the terms, by clause and field',
    description: 'The order of territories, of languages and of entries with names is no difference.',
    query: z.object({
      from: integerParameter(termsVersion).meta({ description: 'Version of the terms, from 1' }),
      to: integerParameter(termsVersion).meta({ description: 'Another version, earlier or later' }),
    }),
    response: z.object({
      from: termsVersion,
      to: termsVersion,
      clauses: z.array(clauseDifference).meta({ description: 'Each clause that differs' }),
    }),
  }),
  termsRoyalty: endpoint({
    ...shared,
    method: 'get',
    path: `${path}/royalty`,
    summary: 'What the royalty of a period would be by the terms as they stand',
    query: z.object({
      sales: amount.meta({ description: 'Sales of the period in minor units, where the base is sales' }),
      units: amount.meta({ description: 'Units sold in the period, where the base is units' }),
    }),
    response: royalty,
  }),
  termSheetDocument: endpoint({
    ...shared,
    method: 'get',
    path: `${path}/document`,
    summary: 'The term sheet as a PDF, in the language asked for beside the prevailing one',
    description:
      'The words of the form, names of countries and languages, and days are in both languages; what the parties wrote stands as they wrote it. The terms are attached as JSON. The same version in the same language is the same file. The languages lo, km and my are drafts, and the document says so. Texts in a script that the fonts lack are answered with 409, and a system without the fonts with 503.',
    inLanguages: true,
    query: z.object(explanationQuery),
    responseFormat: 'octets',
    alsoAnswers: [409],
    response: z.unknown(),
  }),
  termSheetHistory: endpoint({
    ...shared,
    method: 'get',
    path: `${path}/history`,
    summary: 'What happened to the terms, and who did it',
    response: history,
  }),
}
