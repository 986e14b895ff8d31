import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { opaque, organisation } from '../common/values.ts'
import { role } from '../common/vocabulary.ts'
import { endpoint } from '../endpoint.ts'

/** Who acts: the subject of the token, the role, the organisation acted for. */
export const caller = z
  .object({ subject: opaque(200).meta({ description: 'Who acts, as the sign-in knows them' }), role, organisation })
  .meta({ id: 'Caller', description: 'Who acts, and for which organisation' })
export type Caller = z.infer<typeof caller>

export const tokenRequest = caller
  .extend({ subject: opaque(200).optional().meta({ description: 'Who acts; generated when absent' }) })
  .meta({
    id: 'TokenRequest',
    description: 'Who the development token speaks for',
    example: {
      role: 'provider',
      organisation: { id: 'dianchi-university', name: 'Dianchi University', country: 'CN', kind: 'university' },
    },
  })

export const tokenResponse = z
  .object({
    access_token: z.string().meta({ description: 'For the header `Authorization: Bearer`' }),
    token_type: z.literal('Bearer').meta({ description: 'How it is sent' }),
    expires_in: z.int().meta({ description: 'Seconds' }),
    changed,
  })
  .meta({ id: 'TokenResponse', description: 'A development token' })

export const identityApi = {
  issueToken: endpoint({
    method: 'post',
    path: '/v1/tokens',
    tag: 'identity',
    summary: 'Issue a development token',
    description:
      'The development issuer. It exists only where AUTH_DEV=1, on a loopback address. May be repeated: each response has a new token, and nothing is stored.',
    access: 'anyone',
    loopbackOnly: true,
    body: tokenRequest,
    response: tokenResponse,
    status: 201,
  }),
}
