import { z } from 'zod'
import { languageTag } from '../common/codes.ts'
import { requestFacts } from '../common/request-facts.ts'
import { idOf, line, opaque, text, timestamp } from '../common/values.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'

/**
 * What a member may be for the organisation. Officers are not among them: nobody becomes one by an invitation of an organisation.
 */
export const memberRole = z.enum(['manager', 'provider', 'seeker']).meta({
  id: 'MemberRole',
  description: 'What a member does for the organisation: look after its people, own its offers, or own its needs',
})
export type MemberRole = z.infer<typeof memberRole>

export const memberRoles = z
  .array(memberRole)
  .min(1)
  .max(memberRole.options.length)
  .refine((roles) => new Set(roles).size === roles.length, says(message('field.repeats')))
  .meta({ description: 'At least one' })
  .register(requestFacts, { uniqueItems: true })

/** Days within which an invitation is accepted. */
export const invitationDays = 14
/** Days for which an API key counts. */
export const keyDays = { most: 365, usual: 90 } as const
/** API keys of one organisation that count, and those of one name: an old and a new one, while a program changes over. */
export const mostKeys = { inAll: 50, ofName: 2 } as const
/** Open invitations and requests of one organisation. */
export const mostOpen = 100
export const mostMembers = 1000

export const mailAddress = z
  .string()
  .max(254)
  .regex(/^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>]+$/, says(message('field.mail-address')))
  .refine((given) => !/\p{Cc}/u.test(given), says(message('field.mail-address')))
  .meta({ description: 'Mail address; it is kept hashed', example: 'somchai@example.org' })

/** Shown once, when the invitation is made. */
export const invitationCode = z
  .string()
  .regex(/^tb_inv_[0-9a-f]{24}_[0-9a-f]{24}_[A-Za-z0-9_-]{43}$/, says(message('field.invitation-code')))
  .meta({ description: 'Code of the invitation' })

/** Shown once, when the key is made: who it is of, the secret, and a CRC-32 of all before it. */
export const apiKeyText = z
  .string()
  .regex(/^tb_live_[0-9a-f]{48}_[A-Za-z0-9_-]{43}[0-9a-f]{8}$/, says(message('field.api-key')))
  .meta({ description: 'An API key' })

/** What a token of an organisation may be for. */
export const tokenRole = z
  .enum(['provider', 'seeker'])
  .meta({ id: 'TokenRole', description: 'For what side of the organisation a token acts' })
export type TokenRole = z.infer<typeof tokenRole>

export const keyName = line(80).meta({ description: 'For people, such as the program that uses it' })
const keyId = idOf('key')

/** A key as those who look after the people see it. */
export const seenKey = whole(
  z
    .object({
      id: keyId,
      name: keyName,
      role: tokenRole,
      member: idOf('member').meta({ description: 'Who made it; it ends with this membership' }),
      from: timestamp,
      until: timestamp,
      usedOn: z.iso.date().optional().meta({ description: 'Last day on which it was exchanged for a token, UTC' }),
    })
    .meta({ id: 'ApiKey', description: 'A key with which a program acts for an organisation' }),
)

export const memberLanguages = z
  .array(languageTag)
  .max(8)
  .meta({ description: 'Languages that the member reads, the best first' })

export const subject = opaque(200).meta({ description: 'Who it is, as the sign-in knows them' })
const language = shown('public', memberLanguages)

/** A membership; one that has ended stays. */
export const membership = z
  .object({
    id: shown('public', idOf('member')),
    subject: shown('public', subject),
    roles: shown('public', z.array(memberRole).meta({ description: 'The last ones, when it has ended' })),
    languages: language,
    from: shown('public', timestamp),
    until: shown('public', timestamp.optional()),
  })
  .meta({ id: 'Membership', description: 'What somebody is to an organisation, from when until when' })
export type Membership = z.infer<typeof membership>

export const seenInvitation = whole(
  z
    .object({
      id: idOf('invitation'),
      roles: z.array(memberRole).meta({ description: 'That it carries' }),
      by: subject,
      until: timestamp,
    })
    .meta({ id: 'Invitation', description: 'An open invitation' }),
)

export const joinRequest = whole(
  z
    .object({
      id: idOf('request'),
      subject,
      roles: z.array(memberRole).meta({ description: 'That are asked for' }),
      note: z.string().optional().meta({ description: 'What the person says' }),
      languages: memberLanguages,
      at: timestamp,
    })
    .meta({ id: 'JoinRequest', description: 'Somebody asks to become a member' }),
)

export const requestNote = text(1000).optional().meta({ description: 'For those who look after the people' })

export const memberAction = z
  .enum([
    'invite',
    'revoke-invitation',
    'approve-request',
    'refuse-request',
    'change-roles',
    'remove',
    'leave',
    'make-key',
    'revoke-key',
    'grant-mandate',
    'withdraw-mandate',
  ])
  .meta({ id: 'MemberAction', description: 'Action on the members of an organisation, a POST of that name' })
export type MemberAction = z.infer<typeof memberAction>

/** How a membership ended. */
export const membershipEnd = z
  .enum(['left', 'removed'])
  .meta({ id: 'MembershipEnd', description: 'Whether a member left or was removed' })
