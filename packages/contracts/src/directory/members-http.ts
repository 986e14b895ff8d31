import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { idOf, organisationId, text, timestamp } from '../common/values.ts'
import { shown } from '../disclosure/marks.ts'
import { endpoint, history } from '../endpoint.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { mandate, mandateTerms } from './mandates.ts'
import {
  apiKeyText,
  invitationCode,
  invitationDays,
  joinRequest,
  keyDays,
  keyName,
  type MemberAction,
  mailAddress,
  memberAction,
  memberLanguages,
  memberRoles,
  membership,
  requestNote,
  seenInvitation,
  seenKey,
  tokenRole,
} from './members.ts'

const tag = 'members'
const params = z.object({ id: organisationId.meta({ description: 'Of the organisation' }) })
const people = ['provider', 'seeker'] as const
const either = [...people, 'officer', 'admin'] as const

const fields = {
  organisation: shown('public', organisationId.meta({ description: 'Id of the organisation' })),
  version: shown('public', z.int().min(1).meta({ description: 'For `If-Match`' })),
  members: shown('public', z.array(membership).meta({ description: 'Also those who were members, the newest last' })),
  invitations: shown('public', z.array(seenInvitation).meta({ description: 'Open ones; for those who may invite' })),
  requests: shown('public', z.array(joinRequest).meta({ description: 'Open ones; for those who may decide on them' })),
  keys: shown('public', z.array(seenKey).meta({ description: 'That count; for those who may make some' })),
  mandates: shown(
    'public',
    z.array(mandate).meta({ description: 'Who may sign what; also those whose time has passed' }),
  ),
  actions: shown('public', z.array(memberAction).meta({ description: 'What the caller may do now' })),
  changed,
}
const view = z.object(fields).meta({ id: 'Roster', description: 'Who belongs to an organisation' })

const invited = z
  .object({
    ...fields,
    code: shown(
      'own',
      invitationCode.meta({ description: 'For the person invited. It is shown this once' }).optional(),
    ),
  })
  .meta({ id: 'RosterWithCode', description: 'Who belongs to an organisation, and the code of a new invitation' })

const withKey = z
  .object({
    ...fields,
    key: shown('own', apiKeyText.meta({ description: 'The new API key. It is shown this once' }).optional()),
  })
  .meta({ id: 'RosterWithKey', description: 'Who belongs to an organisation, and a new API key' })

const example = { address: 'somchai@example.org', roles: ['provider'] }

const action = (name: MemberAction, summary: string) => ({
  method: 'post' as const,
  path: `/v1/organisations/{id}/members/${name}`,
  tag,
  summary,
  access: either,
  params,
  response: view,
  requiresIfMatch: true,
})

const ofMember = z.object({ member: idOf('member') })
const reason = text(1000).meta({ description: 'For the person' })
const hex = '0123456789abcdef01234567'

/** Answers the same whatever became of a request, so that nobody learns who belongs to an organisation. */
const received = z
  .object({
    organisation: organisationId.meta({ description: 'Id of the organisation' }),
    until: timestamp.optional().meta({ description: 'Not set: it stays open until it is decided' }),
    changed,
  })
  .meta({ id: 'RequestReceived', description: 'A request that its people now see' })

const joined = z
  .object({
    organisation: organisationId.meta({ description: 'Id of the organisation' }),
    membership: membership.meta({ description: 'As it is now' }),
    changed,
  })
  .meta({ id: 'OwnMembership', description: 'A membership that began or ended' })

export const membersApi = {
  members: endpoint({
    method: 'get',
    path: '/v1/organisations/{id}/members',
    tag,
    summary: 'Read who belongs to an organisation',
    description: 'For its members and for officers of other organisations.',
    access: 'signedIn',
    params,
    response: view,
  }),
  membersHistory: endpoint({
    method: 'get',
    path: '/v1/organisations/{id}/members/history',
    tag,
    summary: 'Who joined and left, and who let them',
    description: 'For those who look after its people, and for officers of other organisations.',
    access: 'signedIn',
    params,
    response: history,
  }),
  invite: endpoint({
    ...action('invite', 'Invite somebody'),
    description: `The code is shown once, opens one membership for this address, and ends after ${invitationDays} days. An officer invites the first who looks after its people. A request that is repeated shows no code.`,
    body: z
      .object({ address: mailAddress, roles: memberRoles })
      .meta({ id: 'InvitationRequest', description: 'Whom to invite as what', example }),
    response: invited,
  }),
  revokeInvitation: endpoint({
    ...action('revoke-invitation', 'Take an invitation back'),
    body: z.object({ invitation: idOf('invitation') }).meta({
      id: 'NamedInvitation',
      description: 'An invitation',
      example: { invitation: `invitation_${hex}` },
    }),
  }),
  approveRequest: endpoint({
    ...action('approve-request', 'Make a member of somebody who asked'),
    body: z.object({ request: idOf('request'), roles: memberRoles }).meta({
      id: 'Admission',
      description: 'Whom to make what',
      example: { request: `request_${hex}`, roles: ['seeker'] },
    }),
  }),
  refuseRequest: endpoint({
    ...action('refuse-request', 'Do not make a member of somebody who asked'),
    body: z.object({ request: idOf('request'), reason }).meta({
      id: 'NoAdmission',
      description: 'Whom not to make a member',
      example: { request: `request_${hex}`, reason: 'We do not know you.' },
    }),
  }),
  changeRoles: endpoint({
    ...action('change-roles', 'Give a member other roles'),
    body: ofMember.extend({ roles: memberRoles }).meta({
      id: 'OtherRoles',
      description: 'Who does what from now on',
      example: { member: `member_${hex}`, roles: ['manager', 'provider'] },
    }),
  }),
  removeMember: endpoint({
    ...action('remove', 'End the membership of somebody else'),
    description: 'Invitations that they gave are void.',
    body: ofMember.extend({ reason }).meta({
      id: 'Removal',
      description: 'Who is a member no longer',
      example: { member: `member_${hex}`, reason: 'Retired on 31 October.' },
    }),
  }),
  makeKey: endpoint({
    ...action('make-key', 'Make an API key'),
    description: `For a program that acts for the organisation. It is shown once, counts for at most ${keyDays.most} days, and ends with the membership of who made it. Two of one name may count at a time. A request that is repeated shows no key.`,
    access: people,
    body: z
      .object({
        name: keyName,
        role: tokenRole,
        days: z.int().min(1).max(keyDays.most).default(keyDays.usual).meta({ description: 'For which it counts' }),
      })
      .meta({
        id: 'KeyRequest',
        description: 'An API key to make',
        example: { name: 'Nightly import', role: 'provider', days: 90 },
      }),
    response: withKey,
  }),
  revokeKey: endpoint({
    ...action('revoke-key', 'End an API key'),
    description: 'Tokens that were issued for it are refused within seconds.',
    body: z
      .object({ key: idOf('key') })
      .meta({ id: 'NamedKey', description: 'An API key', example: { key: `key_${hex}` } }),
  }),
  grantMandate: endpoint({
    ...action('grant-mandate', 'Let a member sign agreements for the organisation'),
    description: 'Of these kinds, up to this value, in this time. It ends with the membership.',
    access: people,
    body: mandateTerms
      .extend({ member: idOf('member') })
      .refine(({ from, until }) => until === undefined || from <= until, says(message('field.mandate-days')))
      .meta({
        id: 'MandateRequest',
        description: 'Who may sign what',
        example: {
          member: `member_${hex}`,
          families: ['licence'],
          upTo: { amount: 50_000_000, currency: 'CNY' },
          from: '2026-12-01',
          until: '2027-11-30',
        },
      }),
  }),
  withdrawMandate: endpoint({
    ...action('withdraw-mandate', 'End what a member may sign'),
    body: z.object({ mandate: idOf('mandate') }).meta({
      id: 'NamedMandate',
      description: 'A mandate',
      example: { mandate: `mandate_${hex}` },
    }),
  }),
  leave: endpoint({
    method: 'post',
    path: '/v1/organisations/{id}/members/leave',
    tag,
    summary: 'End one’s own membership',
    description: 'The last who looks after its people cannot leave. May be repeated: who has left finds nothing.',
    access: people,
    params,
    response: joined,
  }),
  askToJoin: endpoint({
    method: 'post',
    path: '/v1/organisations/{id}/join-requests',
    tag,
    summary: 'Ask to become a member of an organisation',
    description:
      'Of one that the caller may read. The answer is the same for those who are members or have asked before, so it may be repeated.',
    access: people,
    params,
    body: z.object({ roles: memberRoles, languages: memberLanguages.optional(), note: requestNote }).meta({
      id: 'RequestToJoin',
      description: 'What somebody asks to be',
      example: { roles: ['seeker'], note: 'I work in the extension office.' },
    }),
    response: received,
    status: 202,
  }),
  acceptInvitation: endpoint({
    method: 'post',
    path: '/v1/invitations/accept',
    tag,
    summary: 'Become a member by an invitation',
    description:
      'By the code and the address that it was for. A code that is unknown, used, taken back, past its time or for another address is answered alike. It may be repeated by who accepted it.',
    access: people,
    body: z.object({ code: invitationCode, address: mailAddress, languages: memberLanguages.optional() }).meta({
      id: 'Acceptance',
      description: 'An invitation that is accepted',
      example: { code: `tb_inv_${hex}_${hex}_${'A'.repeat(43)}`, address: 'somchai@example.org' },
    }),
    alsoAnswers: [404, 409],
    response: joined,
    status: 201,
  }),
}
