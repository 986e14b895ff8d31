import { randomUUID } from 'node:crypto'
import { type Caller, membersApi, message } from '@techbridge/contracts'
import { addDays, DomainError, notFound } from '@techbridge/domain'
import { actorOf, implement, type Route, resource } from '@techbridge/http'
import { type Aggregate, type Clock, instant, type Seal } from '@techbridge/runtime'
import { type Roster, rosterRelations } from '../domain/roster.ts'
import { viewOf } from '../usecases/disclosure.ts'
import { newKey } from '../usecases/exchange.ts'
import {
  acceptInvitation,
  newInvitation,
  type Rosters,
  rosterHistory,
  rosterId,
  rosterView,
} from '../usecases/members.ts'
import { isOpen as isAnyOpen, type Organisations } from '../usecases/organisations.ts'

interface Dependencies {
  organisations: Organisations
  rosters: Rosters
  clock: Clock
  seal: Seal
}

export const memberRoutes = ({ organisations, rosters, clock, seal }: Dependencies): Route[] => {
  const records = resource(rosters, clock, {
    name: 'organisation',
    view: (document: Aggregate<Roster>, caller: Caller) => rosterView(document, caller, instant(clock)),
    history: rosterHistory,
  })

  /** A request for an organisation as one for the record of its members. What is missing is the organisation. */
  const ofRoster = async <R extends { params: { id: string } }, T>(
    request: R,
    work: (request: R) => Promise<T>,
  ): Promise<T> => {
    const { id } = request.params
    const roster = rosterId(id)
    try {
      return await work({ ...request, params: { id: roster } })
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'notFound' && error.said.params.id === roster)
        throw notFound('organisation', id)
      throw error
    }
  }

  type Given = Parameters<typeof records.act>[1]
  const act = (request: Parameters<typeof records.act>[0], given: Given) =>
    ofRoster(request, (one) => records.act(one, given))

  const isOpen = (organisation: string) => isAnyOpen(organisations, organisation)
  const requireOpen = async (organisation: string) => {
    if (!(await isOpen(organisation))) throw new DomainError('conflict', message('organisation-closed'))
  }
  const newMember = () => seal.id('member', randomUUID())

  return implement(membersApi, {
    members: (request) => ofRoster(request, records.get),
    membersHistory: (request) => ofRoster(request, records.history),

    invite: (request) =>
      ofRoster(request, async (one) => {
        await records.get(one)
        await requireOpen(request.params.id)
        const { address, roles } = request.body
        const { given, code } = newInvitation(seal, request.params.id, address)
        const answer = await records.act(one, { type: 'invite', ...given, roles })
        const isNew = answer.body.invitations?.some(({ id }) => id === given.invitation)
        return { ...answer, body: { ...answer.body, ...(isNew && { code }) }, noStore: true }
      }),
    revokeInvitation: (request) => act(request, { type: 'revoke-invitation', invitation: request.body.invitation }),

    approveRequest: (request) =>
      ofRoster(request, async (one) => {
        await records.get(one)
        await requireOpen(request.params.id)
        return records.act(one, { type: 'approve-request', ...request.body, member: newMember() })
      }),
    refuseRequest: (request) => act(request, { type: 'refuse-request', ...request.body }),
    changeRoles: (request) => act(request, { type: 'change-roles', ...request.body }),
    removeMember: (request) => act(request, { type: 'remove', ...request.body }),

    makeKey: (request) =>
      ofRoster(request, async (one) => {
        await records.get(one)
        await requireOpen(request.params.id)
        const { name, role, days } = request.body
        const { given, text } = newKey(seal, request.params.id)
        const until = addDays(instant(clock), days)
        const answer = await records.act(one, { type: 'make-key', ...given, name, role, until })
        const isNew = answer.body.keys?.some(({ id }) => id === given.key)
        return { ...answer, body: { ...answer.body, ...(isNew && { key: text }) }, noStore: true }
      }),
    revokeKey: (request) => act(request, { type: 'revoke-key', key: request.body.key }),

    grantMandate: (request) => {
      const { member, ...terms } = request.body
      return act(request, { type: 'grant-mandate', mandate: seal.id('mandate', randomUUID()), member, terms })
    },
    withdrawMandate: (request) => act(request, { type: 'withdraw-mandate', mandate: request.body.mandate }),

    leave: async ({ params: { id: organisation }, caller, options }) => {
      const by = actorOf(caller)
      const { document } = await rosters.handle(
        rosterId(organisation),
        { type: 'leave', at: instant(clock), by },
        {
          ...options,
          admit: (found) => {
            if (!found || !rosterRelations(found.state, by).includes('member'))
              throw notFound('organisation', organisation)
          },
        },
      )
      const membership = document.state.members.findLast(({ subject }) => subject === by.subject)
      if (!membership) throw notFound('organisation', organisation)
      return { body: { organisation, membership } }
    },

    askToJoin: async ({ params: { id }, body, caller }) => {
      const at = instant(clock)
      const found = await organisations.get(id)
      if (!found || !viewOf(found, caller, at)) throw notFound('organisation', id)
      const request = seal.id('request', randomUUID())
      const { roles, languages = [], note } = body
      if (await isOpen(id))
        await rosters.handle(rosterId(id), { type: 'ask', request, roles, languages, note, at, by: actorOf(caller) })
      return { body: { organisation: id } }
    },

    acceptInvitation: async ({ body, caller }) => ({
      body: await acceptInvitation({ rosters, seal, isOpen }, body, { at: instant(clock), by: actorOf(caller) }),
    }),
  })
}
