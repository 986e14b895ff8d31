import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { idOf, organisation, reasonBody, timestamp } from '../common/values.ts'
import { reference } from '../common/vocabulary.ts'
import { shown } from '../disclosure/marks.ts'
import { actionsOn, endpoint, history, page, pageQuery } from '../endpoint.ts'
import { parties, party, refuser } from '../matching/vocabulary.ts'
import { caseStatus } from './vocabulary.ts'

const tag = 'cases'
const params = z.object({ id: idOf('case') })
const officers = ['officer', 'admin'] as const

export const caseAction = z
  .enum(['draft-nda', 'sign-nda', 'start-negotiation', 'sign', 'activate', 'terminate'])
  .meta({ id: 'CaseAction', description: 'Action on a case, a POST of that name' })
export type CaseAction = z.infer<typeof caseAction>

/** Both agreed before the case was opened, so each knows who the other is. */
const side = z.object({
  id: shown('public', z.string().meta({ description: 'Identifier of the profile' })),
  reference: shown('public', reference),
  title: shown('public', z.string().meta({ description: 'In the original language' })),
  organisation: shown('public', organisation),
})
const view = z
  .object({
    id: shown('public', idOf('case')),
    version: shown('public', z.int().min(1).meta({ description: 'For `If-Match`' })),
    match: shown('public', idOf('match')),
    status: shown('public', caseStatus),
    need: shown('public', side.meta({ description: 'The need and its seeker' }), { of: 'seeker' }),
    offer: shown('public', side.meta({ description: 'The offer and its provider' }), { of: 'provider' }),
    ndaSignedBy: shown('public', z.array(party).meta({ description: 'Who has signed the NDA so far' })),
    agreementSignedBy: shown('public', z.array(party).meta({ description: 'Who has signed the agreement so far' })),
    openedAt: shown('public', timestamp),
    termination: shown(
      'public',
      z
        .object({
          by: shown('public', refuser),
          reason: shown('own', z.string().optional().meta({ description: 'In the words of the person who ended it' }), {
            writtenBy: 'by',
          }),
        })
        .optional()
        .meta({ description: 'Who ended the case; the reason is for officers and for the side that gave it' }),
    ),
    actions: shown('public', z.array(caseAction).meta({ description: 'What the caller may do now' })),
    changed,
  })
  .meta({ id: 'Case', description: 'The licensing of an offer for a need' })

const action = actionsOn({ tag, actions: caseAction, params, response: view })

export const casesApi = {
  list: endpoint({
    method: 'get',
    path: '/v1/cases',
    tag,
    summary: 'List licensing cases, newest first',
    description: 'Officers see all, a party its own.',
    access: 'signedIn',
    query: z.object({
      ...pageQuery,
      status: caseStatus.optional().meta({ description: 'Only those in this status' }),
    }),
    response: page(view),
  }),
  get: endpoint({
    method: 'get',
    path: '/v1/cases/{id}',
    tag,
    summary: 'Read a case',
    access: 'signedIn',
    params,
    response: view,
  }),
  history: endpoint({
    method: 'get',
    path: '/v1/cases/{id}/history',
    tag,
    summary: 'What happened in a case, and who did it',
    description: 'The reason of a termination is for officers and for the side that gave it.',
    access: 'signedIn',
    params,
    response: history,
  }),
  draftNda: endpoint(action('draft-nda', 'Draft the NDA', officers)),
  signNda: endpoint(action('sign-nda', 'Sign the NDA for one’s own side', parties)),
  startNegotiation: endpoint(action('start-negotiation', 'Open the negotiation once both signed the NDA', officers)),
  sign: endpoint(action('sign', 'Sign the agreement for one’s own side', parties)),
  activate: endpoint(action('activate', 'Bring the signed agreement into force', officers)),
  terminate: endpoint({
    ...action('terminate', 'End the case with a reason', [...officers, ...parties]),
    body: reasonBody,
  }),
}
