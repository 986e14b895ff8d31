import { type Caller, message, messageAt, organisationsApi } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { actorOf, implement, isOfficer, type Route, resource } from '@techbridge/http'
import { type Aggregate, type Clock, instant, type Seal, type TxtRecords } from '@techbridge/runtime'
import { alive, ownProofUntil } from '../domain/evidence.ts'
import { type DirectoryEntry, organisationLife, relationsTo } from '../domain/organisation.ts'
import { historyFor, listFilters, viewOf } from '../usecases/disclosure.ts'
import { foundRoster, type Rosters } from '../usecases/members.ts'
import { type Organisations, standsAbove } from '../usecases/organisations.ts'
import { type Claims, claimId, proofOf, proveDomain } from '../usecases/prove-domain.ts'

interface Dependencies {
  organisations: Organisations
  claims: Claims
  rosters: Rosters
  clock: Clock
  seal: Seal
  txtRecords: TxtRecords
}

/** The organisation that a caller registers: officers say which, others theirs. */
const registered = (id: string | undefined, caller: Caller): string => {
  const wrong = isOfficer(caller)
    ? id === undefined && message('field.needed-of-officers')
    : id !== undefined && id !== caller.organisation.id && message('import.other-organisation')
  if (!wrong) return id ?? caller.organisation.id
  const field = messageAt('body.id', wrong)
  throw new DomainError('invalid', message('invalid', { errors: `body.id ${field.message}.` }), { fields: [field] })
}

export const routes = ({ organisations, claims, rosters, clock, seal, txtRecords }: Dependencies): Route[] => {
  const records = resource(organisations, clock, {
    name: 'organisation',
    view: (document: Aggregate<DirectoryEntry>, caller: Caller) => viewOf(document, caller, instant(clock)),
    history: historyFor,
  })
  const { act } = records
  type Request = Parameters<typeof act>[0]

  /** A version would count what strangers may not know of. */
  const told = <B extends { version?: number | undefined }>(body: B) => ({ body, version: body.version })

  /** The organisation, once this action on it is possible for the caller; a refusal otherwise. */
  const allowed = (
    { params: { id }, caller }: Request,
    type: 'verify-by-domain' | 'verify-by-parent' | 'confirm-parent' | 'merge' | 'release-domain',
  ) =>
    records.find(id, (document) => {
      if (!viewOf(document, caller, instant(clock))) return undefined
      const facts = { domain: '', latest: '', into: '', reason: '' }
      organisationLife.decide(document.state, { type, ...facts, at: instant(clock), by: actorOf(caller) })
      return document.state
    })

  const requireNoCircle = async ({ id, parent }: DirectoryEntry) => {
    if (parent && (await standsAbove(organisations, id, parent.id)))
      throw new DomainError('conflict', message('parent-circle'))
  }

  return implement(organisationsApi, {
    register: async ({ body: { id: wanted, ...profile }, caller, options }) => {
      const id = registered(wanted, caller)
      const command = { type: 'register' as const, id, profile, at: instant(clock), by: actorOf(caller) }
      const { document, outcome } = await organisations.handle(id, command, options)
      if (!isOfficer(caller)) await foundRoster(rosters, seal, id, command.by, command.at)
      return {
        ...told(await records.view(document, caller)),
        location: `/v1/organisations/${id}`,
        replayed: outcome === 'replayed',
      }
    },

    list: ({ query: { limit, cursor, ...wanted }, caller }) =>
      records.page({ limit, cursor }, caller, {
        where: listFilters(caller, wanted),
        by: 'registeredAt',
        value: ({ registeredAt }) => registeredAt,
      }),

    get: async (request) => told((await records.get(request)).body),
    history: records.history,
    edit: (request) => act(request, { type: 'edit', profile: request.body }),

    domainProof: ({ params: { id }, query: { domain }, caller }) =>
      records.find(id, ({ state }) => {
        const relations = relationsTo(state, actorOf(caller))
        if (!relations.includes('member') && !relations.includes('officer')) return undefined
        return { body: proofOf(seal, id, domain) }
      }),

    verifyByDomain: async (request) => {
      const { domain } = request.body
      const { id } = await allowed(request, 'verify-by-domain')
      const at = instant(clock)
      await proveDomain({ claims, seal, txtRecords }, { organisation: id, domain, at, by: actorOf(request.caller) })
      return act(request, { type: 'verify-by-domain', domain })
    },

    releaseDomain: async (request) => {
      const { domain, reason } = request.body
      const { id } = await allowed(request, 'release-domain')
      const claim = await claims.get(claimId(domain))
      if (claim?.state.status !== 'held' || claim.state.organisation !== id)
        throw new DomainError('conflict', message('domain-not-theirs', { domain }))
      return act(request, { type: 'release-domain', domain, reason })
    },

    submitDocument: (request) => act(request, { type: 'submit-document', document: request.body }),
    verifyByDocument: (request) => act(request, { type: 'verify-by-document' }),
    refuseDocument: (request) => act(request, { type: 'refuse-document', reason: request.body.reason }),

    nameParent: (request) => {
      const { parent } = request.body
      if (parent === request.params.id) {
        const said = message('parent-itself')
        throw new DomainError('invalid', said, { fields: [messageAt('body.parent', said)] })
      }
      return act(request, { type: 'name-parent', parent })
    },
    leaveParent: (request) => act(request, { type: 'leave-parent' }),
    confirmParent: async (request) => {
      await requireNoCircle(await allowed(request, 'confirm-parent'))
      return act(request, { type: 'confirm-parent' })
    },
    verifyByParent: async (request) => {
      const entry = await allowed(request, 'verify-by-parent')
      await requireNoCircle(entry)
      const parent = entry.parent && (await organisations.get(entry.parent.id))?.state
      const latest = parent?.status === 'verified' ? ownProofUntil(alive(parent.evidence, instant(clock))) : undefined
      if (latest === undefined) throw new DomainError('conflict', message('parent-unfit'))
      return act(request, { type: 'verify-by-parent', latest })
    },

    suspend: (request) => act(request, { type: 'suspend', reason: request.body.reason }),
    reinstate: (request) => act(request, { type: 'reinstate', reason: request.body.reason }),
    merge: async (request) => {
      const { into, reason } = request.body
      const { id } = await allowed(request, 'merge')
      const target = (await organisations.get(into))?.state
      if (!target || into === id || target.status === 'merged' || target.status === 'suspended')
        throw new DomainError('conflict', message('merge-target', { into }))
      if (relationsTo(target, actorOf(request.caller)).includes('insider'))
        throw new DomainError('conflict', message('guard-independent-officer', { action: 'merge', allowed: [] }))
      return act(request, { type: 'merge', into, reason })
    },
  })
}
