import { tokensApi } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import { type AccessTokens, implement, type Route, type SignIns } from '@techbridge/http'
import { type Clock, instant, type Seal } from '@techbridge/runtime'
import { issuedForKey, issuedForMember } from '../usecases/exchange.ts'
import { acceptInvitation, type Rosters } from '../usecases/members.ts'
import { isOpen, type Organisations } from '../usecases/organisations.ts'

interface Dependencies {
  organisations: Organisations
  rosters: Rosters
  clock: Clock
  seal: Seal
  accessTokens: AccessTokens
  signIns: SignIns
}

export const tokenRoutes = ({ accessTokens, signIns, clock, seal, ...directory }: Dependencies): Route[] => {
  const { organisations, rosters } = directory
  return implement(tokensApi, {
    exchangeToken: async ({ body }) => {
      const at = instant(clock)
      const since = new Date()
      const issue = async () => {
        if (body.key !== undefined) return issuedForKey(directory, body.key, { at, by: system('directory') })
        const { signIn = '', organisation = '', role, invitation } = body
        const subject = await signIns.subjectOf(signIn)
        if (invitation) {
          const by = { subject, role: role ?? ('seeker' as const), organisation }
          const open = { rosters, seal, isOpen: (id: string) => isOpen(organisations, id) }
          await acceptInvitation(open, invitation, { at, by })
        }
        return issuedForMember(directory, { subject, organisation, role })
      }
      const { caller, maker } = await issue()
      const { token, seconds } = await accessTokens.issue(caller, { ...(maker && { maker }), since })
      return {
        noStore: true,
        body: {
          access_token: token,
          token_type: 'Bearer' as const,
          expires_in: seconds,
          role: caller.role === 'provider' ? ('provider' as const) : ('seeker' as const),
          organisation: caller.organisation,
        },
      }
    },
  })
}
