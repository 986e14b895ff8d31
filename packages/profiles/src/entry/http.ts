import { createHash, randomUUID } from 'node:crypto'
import { type Caller, message, type profileApi, startOfDay } from '@techbridge/contracts'
import { DomainError, notFound } from '@techbridge/domain'
import { actingOn, actorOf, implement, isOfficer, type Route, readPage } from '@techbridge/http'
import { type Aggregate, type Aggregates, type Clock, instant, type Seal } from '@techbridge/runtime'
import type { z } from 'zod'
import type { ProfileKindSpec } from '../domain/kind.ts'
import type { Profile, ProfileContent } from '../domain/profile.ts'
import type { ProfileCommand } from '../domain/profile-life.ts'
import { historyFor, type Review, viewOf } from '../usecases/disclosure.ts'
import { importProfiles } from '../usecases/import-profiles.ts'
import { listFilters } from '../usecases/list-profiles.ts'
import type { Owners } from '../usecases/owners.ts'
import type { References } from '../usecases/references.ts'
import { sharedPatents } from '../usecases/shared-patents.ts'

/** An action within an ETag, which takes no hyphens: `submit-on-behalf` is `sob`. */
const short = (action: string) => (action.includes('-') ? action.replaceAll(/(\w)\w*-?/g, '$1') : action)

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)

type Content = ProfileContent & Record<string, unknown>
export type ProfileApi = ReturnType<
  typeof profileApi<'offer' | 'need', z.ZodType<Content>, z.ZodType<Content>, z.ZodType, z.ZodType>
>

type Given = Parameters<ReturnType<typeof actingOn<Profile<Content>, ProfileCommand<Content>, unknown>>>[1]

interface Dependencies {
  spec: ProfileKindSpec
  profiles: Aggregates<Profile<Content>, ProfileCommand<Content>, Review>
  references: References
  owners: Owners
  clock: Clock
  seal: Seal
}

export const profileRoutes = (
  api: ProfileApi,
  { spec, profiles, references, owners, clock, seal }: Dependencies,
): Route[] => {
  type Found = Aggregate<Profile<Content>, Review> | undefined
  const view = async (document: Found, id: string, caller: Caller | undefined) => {
    const body = document && viewOf(document, caller, instant(clock), spec)
    if (!body) throw notFound(spec.kind, id)
    return { ...body, sharedPatents: await sharedPatents(profiles, document, caller, spec) }
  }

  /** Refuses who sees no more than everyone, before anything tells how the record stands behind what is public. */
  const admit = (document: Found, id: string, caller: Caller | undefined) => {
    const body = document && viewOf(document, caller, instant(clock), spec)
    if (!body) throw notFound(spec.kind, id)
    if (body.level === 'full') return
    throw new DomainError('forbidden', message('not-yours-to-do.record', { what: spec.kind }), { allowed: [] })
  }

  /** The ETag holds more than the version: what differs by caller, changes as time passes, or comes of what others list. */
  const tagged = (body: Awaited<ReturnType<typeof view>>) => ({
    body: body as never,
    version: body.version,
    variant: [
      ...body.actions.map(short),
      ...(body.deadline?.passed ? ['passed'] : []),
      ...(body.warnings?.length ? [`${body.warnings.length}w`] : []),
      ...(body.sharedPatents ? [digest(body.sharedPatents)] : []),
    ].join('.'),
  })

  const acting = actingOn(profiles, clock, view, { admit })
  const act = async (request: Parameters<typeof acting>[0] & { issued: number | undefined }, given: Given) => {
    const isOwner = request.caller?.role === spec.ownerRole
    const owner = isOwner ? await owners.follow(request.caller as Caller, request.issued as number) : undefined
    const { body, replayed } = await acting(request, { ...given, owner })
    return { ...tagged(body), replayed }
  }

  return implement(api, {
    create: async ({ body, caller, issued, options }) => {
      const organisation = await owners.follow(caller as Caller, issued as number)
      const at = instant(clock)
      const id = seal.id(spec.kind, options.idempotency?.key ?? randomUUID())
      const by = actorOf(caller as Caller)
      const { document, outcome } = await profiles.handle(
        id,
        async (found) => {
          const reference = found ? found.state.reference : await references(body.type, organisation.country)
          return { type: 'draft', id, reference, organisation, content: body, at, by }
        },
        options,
      )
      return {
        ...tagged(await view(document, id, caller)),
        location: `/v1/${spec.service}/${id}`,
        replayed: outcome === 'replayed',
      }
    },

    list: async ({ query, caller }) => {
      // Who may not see all that stands beside an anonymous profile must not learn what was written next to it.
      const order = isOfficer(caller) || query.mine ? 'createdAt' : 'createdOn'
      const body = await readPage({
        find: (part) => profiles.find(part),
        query: { where: listFilters(caller, spec.ownerRole, query), order: { by: order, descending: true } },
        cursor: query.cursor,
        limit: query.limit,
        place: ({ state: { createdAt }, _id }) =>
          [order === 'createdAt' ? createdAt : startOfDay(createdAt), _id] as const,
        show: async (document) => (await view(document, document._id, caller)) as never,
      })
      return { body }
    },

    get: async ({ params: { id }, caller }) => tagged(await view(await profiles.get(id), id, caller)),

    history: async ({ params, caller }) => {
      const document = await profiles.get(params.id)
      const items = document && (await historyFor(document, () => profiles.historyOf(document), caller, spec))
      if (!items) throw notFound(spec.kind, params.id)
      return { body: { items } }
    },

    edit: (request) => act(request, { type: 'edit', content: request.body }),
    submit: (request) => act(request, { type: 'submit' }),
    submitOnBehalf: (request) => act(request, { type: 'submit-on-behalf', request: request.body.request }),
    allowContactData: (request) => act(request, { type: 'allow-contact-data', reason: request.body.reason }),
    publish: (request) => act(request, { type: 'publish' }),
    return: (request) => act(request, { type: 'return', reason: request.body.reason }),
    reject: (request) => act(request, { type: 'reject', reason: request.body.reason }),
    withdraw: (request) => act(request, { type: 'withdraw', reason: request.body.reason }),
    renew: (request) => act(request, { type: 'renew' }),

    import: async ({ lines, caller, issued, query }) => ({
      body: await importProfiles(
        { spec, profiles, references, owners, clock, seal, written: api.create.body! },
        { caller: caller as Caller, issued: issued as number },
        lines as never,
        query as { publish: boolean; request?: string },
      ),
    }),
  })
}
