import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { opaque, organisation, organisationId } from '../common/values.ts'
import { endpoint } from '../endpoint.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { apiKeyText, invitationCode, mailAddress, tokenRole } from './members.ts'

/** Seconds for which a token of the directory counts. */
export const accessTokenSeconds = 300

/** Either a key alone, or a sign-in with the organisation. */
const isWhole = ({ key, signIn, organisation, role, invitation }: Record<string, unknown>) =>
  key === undefined
    ? signIn !== undefined && organisation !== undefined
    : [signIn, organisation, role, invitation].every((one) => one === undefined)

const exchange = z
  .object({
    key: apiKeyText.optional(),
    signIn: opaque(8000)
      .optional()
      .meta({ description: 'An access or ID token of an issuer that the deployment trusts' }),
    organisation: organisationId.optional().meta({ description: 'With a sign-in: for which the token is to act' }),
    role: tokenRole.optional().meta({ description: 'With a sign-in: needed of members who may act for both sides' }),
    invitation: z
      .object({ code: invitationCode, address: mailAddress })
      .optional()
      .meta({ description: 'With a sign-in of somebody who is no member yet: it is accepted first' }),
  })
  .refine(isWhole, says(message('field.exchange')))
  .meta({
    id: 'TokenExchange',
    description: 'An API key, or a sign-in and the organisation to act for',
    example: { key: `tb_live_${'0123456789abcdef'.repeat(3)}_${'A'.repeat(43)}12345678` },
  })

export const tokensApi = {
  exchangeToken: endpoint({
    method: 'post',
    path: '/v1/access-tokens',
    tag: 'members',
    summary: 'Exchange an API key or a sign-in for a token of one organisation',
    description: `The token counts for at most ${accessTokenSeconds / 60} minutes, and is refused once the organisation is suspended, the member is one no longer, or the key has ended. Whatever is wrong with a key or a sign-in is answered alike. May be repeated: each response has a new token.`,
    access: 'anyone',
    body: exchange,
    response: z
      .object({
        access_token: z.string().meta({ description: 'For the header `Authorization: Bearer`' }),
        token_type: z.literal('Bearer').meta({ description: 'How it is sent' }),
        expires_in: z.int().meta({ description: 'Seconds' }),
        role: tokenRole,
        organisation,
        changed,
      })
      .meta({ id: 'AccessToken', description: 'A token of one organisation' }),
    alsoAnswers: [404, 409],
    status: 201,
  }),
}
