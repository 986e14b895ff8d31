import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { country } from '../common/codes.ts'
import { organisationId, reasonBody, text, timestamp } from '../common/values.ts'
import { organisationKind } from '../common/vocabulary.ts'
import { shown } from '../disclosure/marks.ts'
import { actionsOn, endpoint, history, page, pageQuery } from '../endpoint.ts'
import { domainName } from './domain-name.ts'
import { membersApi } from './members-http.ts'
import {
  evidence,
  organisationProfile,
  parentOf,
  registrationRequest,
  ror,
  verificationDocument,
  writtenOrganisation,
} from './organisation.ts'
import { tokensApi } from './tokens-http.ts'
import { organisationAction, organisationStatus } from './vocabulary.ts'

const tag = 'organisations'
const params = z.object({ id: organisationId.meta({ description: 'As tokens name the organisation' }) })
const officers = ['officer', 'admin'] as const
const members = ['provider', 'seeker'] as const
const either = [...members, ...officers] as const

const view = z
  .object({
    id: shown('public', organisationId.meta({ description: 'As tokens name the organisation' })),
    version: shown('details', z.int().min(1).optional().meta({ description: 'For `If-Match`' })),
    status: shown('public', organisationStatus),
    profile: shown('public', organisationProfile),
    parent: shown('own', parentOf.optional()),
    evidence: shown('public', z.array(evidence).meta({ description: 'What verifies it now, the newest last' })),
    verifiedUntil: shown('public', timestamp.optional(), { exactFrom: 'own' }),
    document: shown(
      'own',
      verificationDocument.optional().meta({ description: 'That awaits review; its people and officers only' }),
    ),
    refusal: shown(
      'own',
      z.string().optional().meta({ description: 'Why the last document was not taken; its people and officers only' }),
    ),
    suspension: shown(
      'own',
      z.string().optional().meta({ description: 'Why it is suspended; its people and officers only' }),
    ),
    formerIds: shown(
      'own',
      z.array(organisationId).meta({ description: 'Ids of organisations that were found to be this one' }).optional(),
    ),
    mergedInto: shown('public', organisationId.optional().meta({ description: 'Id of the organisation that goes on' })),
    registeredAt: shown('public', timestamp, { exactFrom: 'own' }),
    actions: shown('public', z.array(organisationAction).meta({ description: 'What the caller may do now' })),
    changed,
  })
  .meta({ id: 'DirectoryEntry', description: 'An organisation of the directory' })

const parentBody = z
  .object({ parent: organisationId.meta({ description: 'Id of the organisation above' }) })
  .meta({ id: 'NamedParent', description: 'The organisation above', example: { parent: 'dianchi-university' } })

const domainBody = z
  .object({ domain: domainName })
  .meta({ id: 'NamedDomain', description: 'A domain', example: { domain: 'dianchi.edu.cn' } })

const proof = z
  .object({
    domain: domainName,
    name: z.string().meta({ description: 'Where the TXT record stands' }),
    value: z.string().meta({ description: 'What it says' }),
  })
  .meta({ id: 'DomainProof', description: 'The TXT record that proves whose a domain is' })

const releaseBody = domainBody.extend({ reason: text(1000).meta({ description: 'For the organisation' }) }).meta({
  id: 'DomainRelease',
  description: 'A domain that is no longer theirs',
  example: { domain: 'dianchi.edu.cn', reason: 'The faculty has moved.' },
})

const mergeBody = z
  .object({
    into: organisationId.meta({ description: 'Id of the organisation that goes on' }),
    reason: text(1000).meta({ description: 'For the people of both' }),
  })
  .meta({
    id: 'Merge',
    description: 'Which organisation it is',
    example: { into: 'dianchi-university', reason: 'The same university, registered twice.' },
  })

const action = actionsOn({ tag, actions: organisationAction, params, response: view })

export const organisationsApi = {
  register: endpoint({
    method: 'post',
    path: '/v1/organisations',
    tag,
    summary: 'Register an organisation',
    description: 'Its people register the organisation of their token, officers any. Nothing of it is verified yet.',
    access: either,
    body: registrationRequest,
    alsoAnswers: [409],
    response: view,
    status: 201,
  }),
  list: endpoint({
    method: 'get',
    path: '/v1/organisations',
    tag,
    summary: 'List organisations, newest first',
    description: 'Officers see all, everyone who is signed in the verified ones and the own.',
    access: 'signedIn',
    query: z.object({
      ...pageQuery,
      status: organisationStatus.optional().meta({ description: 'Only those in this status' }),
      country: country.optional().meta({ description: 'Only those of this country' }),
      kind: organisationKind.optional().meta({ description: 'Only those of this kind' }),
      ror: ror.optional().meta({ description: 'Only those with this ROR id' }),
      domain: domainName.optional().meta({ description: 'Only the one that this domain verifies' }),
    }),
    response: page(view),
  }),
  get: endpoint({
    method: 'get',
    path: '/v1/organisations/{id}',
    tag,
    summary: 'Read an organisation',
    access: 'signedIn',
    params,
    response: view,
  }),
  history: endpoint({
    method: 'get',
    path: '/v1/organisations/{id}/history',
    tag,
    summary: 'What happened to an organisation, and who did it',
    description: 'For its people and officers.',
    access: 'signedIn',
    params,
    response: history,
  }),
  edit: endpoint({
    method: 'put',
    path: '/v1/organisations/{id}',
    tag,
    summary: 'Replace what an organisation says of itself',
    description:
      'When its people change what was verified, it is to be verified again; an officer’s correction keeps it.',
    access: either,
    params,
    body: writtenOrganisation,
    response: view,
    requiresIfMatch: true,
  }),
  domainProof: endpoint({
    method: 'get',
    path: '/v1/organisations/{id}/domain-proof',
    tag,
    summary: 'The TXT record that proves that a domain belongs to an organisation',
    description: 'For its people and officers. The record is the same every time.',
    access: 'signedIn',
    params,
    query: z.object({ domain: domainName }),
    response: proof,
  }),
  verifyByDomain: endpoint({
    ...action('verify-by-domain', 'Verify by the TXT record in a domain, for a year', either),
    body: domainBody,
  }),
  releaseDomain: endpoint({
    ...action('release-domain', 'Give up a domain, so that another organisation may prove that it is theirs', either),
    body: releaseBody,
  }),
  submitDocument: endpoint({
    ...action('submit-document', 'Name a document that proves who the organisation is', members),
    body: verificationDocument,
  }),
  verifyByDocument: endpoint(action('verify-by-document', 'Take the document as proof, for a year', officers)),
  refuseDocument: endpoint({
    ...action('refuse-document', 'Do not take the document as proof', officers),
    body: reasonBody,
  }),
  nameParent: endpoint({
    ...action('name-parent', 'Name the organisation above, which then may confirm it', either),
    body: parentBody,
  }),
  leaveParent: endpoint(action('leave-parent', 'Have no organisation above any longer', either)),
  confirmParent: endpoint(action('confirm-parent', 'Confirm as the organisation above, or as an officer', either)),
  verifyByParent: endpoint(
    action('verify-by-parent', 'Vouch, as the verified organisation above, for one below', members),
  ),
  suspend: endpoint({ ...action('suspend', 'Suspend an organisation', officers), body: reasonBody }),
  reinstate: endpoint({ ...action('reinstate', 'End the suspension', officers), body: reasonBody }),
  merge: endpoint({
    ...action('merge', 'Say that it is another organisation, whose alias its id becomes', officers),
    body: mergeBody,
  }),
}

export const directoryApi = { ...organisationsApi, ...membersApi, ...tokensApi }
