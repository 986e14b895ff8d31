import { createHash, randomUUID } from 'node:crypto'
import {
  type AnyEndpoint,
  type Caller,
  canonicalTag,
  message,
  messageLanguage,
  parseWith,
  type profileApi,
  startOfDay,
  tell,
  unknownInTag,
} from '@techbridge/contracts'
import { DomainError, notFound } from '@techbridge/domain'
import { actionsOf, actorOf, implement, isOfficer, type Route, resource } from '@techbridge/http'
import { type Aggregate, type Aggregates, type Clock, instant, type Seal } from '@techbridge/runtime'
import type { z } from 'zod'
import type { ProfileKindSpec } from '../domain/kind.ts'
import { isPublic, type Profile, type ProfileContent } from '../domain/profile.ts'
import type { ProfileCommand } from '../domain/profile-life.ts'
import { withTranslation } from '../usecases/confirm-translation.ts'
import { historyFor, type Review, viewOf } from '../usecases/disclosure.ts'
import { importProfiles } from '../usecases/import-profiles.ts'
import { listFilters } from '../usecases/list-profiles.ts'
import type { Owners } from '../usecases/owners.ts'
import type { References } from '../usecases/references.ts'
import { sharedPatents } from '../usecases/shared-patents.ts'
import type { Translations } from '../usecases/translations.ts'

/** Content that requests may bring; a record of an earlier version may have more than is taken today. */
const checked = (given: unknown, written: z.ZodType<Content>): Content => {
  const read = parseWith(written, given, 'content')
  if (read.errors) throw new DomainError('invalid', message('content-unfit'), { fields: read.errors })
  return read.data
}

/** An action within an ETag, which cannot contain hyphens: `submit-on-behalf` is `sob`. */
const short = (action: string) => (action.includes('-') ? action.replaceAll(/(\w)\w*-?/g, '$1') : action)

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)

/** Languages that one request may have a machine try, one after the other. */
const mostTried = 3

/** Those of `Accept-Language` that exist. */
const languagesOf = (wanted: readonly string[]) =>
  wanted
    .map(canonicalTag)
    .filter((tag) => tag !== undefined && unknownInTag(tag) === undefined)
    .filter((tag) => tag !== undefined)
    .slice(0, mostTried)

type Content = ProfileContent & Record<string, unknown>
type ProfileApi = ReturnType<
  typeof profileApi<'offer' | 'need', z.ZodType<Content>, z.ZodType<Content>, z.ZodType, z.ZodType>
>

type Given = Parameters<
  ReturnType<typeof resource<Profile<Content>, ProfileCommand<Content>, Review, unknown, Caller | undefined>>['act']
>[1]

/** The endpoints of offers or of needs, whose contents differ. */
export type AnyProfileApi = Record<keyof ProfileApi, AnyEndpoint>

interface Dependencies {
  spec: ProfileKindSpec
  profiles: Aggregates<Profile<Content>, ProfileCommand<Content>, Review>
  references: References
  owners: Owners
  translations: Translations
  clock: Clock
  seal: Seal
}

export const profileRoutes = (
  api: AnyProfileApi,
  { spec, profiles, references, owners, translations, clock, seal }: Dependencies,
): Route[] => {
  const seen = (document: Aggregate<Profile<Content>, Review>, caller: Caller | undefined) =>
    viewOf(document, caller, instant(clock), spec)
  /** Refuses callers who see no more than everyone, before anything reveals the record's state behind what is public. */
  const admit = (document: Aggregate<Profile<Content>, Review>, caller: Caller | undefined) => {
    const body = seen(document, caller)
    if (!body || body.level === 'full') return body
    throw new DomainError('forbidden', message('not-yours-to-do.record', { what: spec.kind }), { allowed: [] })
  }
  const records = resource(profiles, clock, {
    name: spec.kind,
    view: async (document, caller: Caller | undefined) => {
      const body = seen(document, caller)
      return body && { ...body, sharedPatents: await sharedPatents(profiles, document, caller, spec) }
    },
    history: (document, entries, caller) => historyFor(document, entries, caller, spec),
    admit,
  })

  /** The ETag contains more than the version: what differs by caller, changes with time, or depends on what others list. */
  const tagged = (body: Awaited<ReturnType<typeof records.view>>) => ({
    body,
    version: body.version,
    variant: [
      ...body.actions.map(short),
      ...(body.deadline?.passed ? ['passed'] : []),
      ...(body.warnings?.length ? [`${body.warnings.length}w`] : []),
      ...(body.sharedPatents ? [digest(body.sharedPatents)] : []),
    ].join('.'),
  })

  const act = async (request: Parameters<typeof records.act>[0] & { issued: number }, given: Given) => {
    const isOwner = request.caller.role === spec.ownerRole
    const owner = isOwner ? await owners.follow(request.caller, request.issued) : undefined
    const { body, replayed } = await records.act(request, { ...given, owner })
    return { ...tagged(body), replayed }
  }

  const written: z.ZodType<Content> = api.edit.body
  type Drafting = Pick<Parameters<typeof act>[0], 'caller' | 'issued' | 'options'>

  const draft = async ({ caller, issued, options }: Drafting, body: Content) => {
    const organisation = await owners.follow(caller, issued)
    const at = instant(clock)
    const id = seal.id(spec.kind, options.idempotency?.key ?? randomUUID())
    const by = actorOf(caller)
    const { document, outcome } = await profiles.handle(
      id,
      async (found) => {
        const reference = found ? found.state.reference : await references(body.type, organisation.country)
        return { type: 'draft', id, reference, organisation, content: body, at, by }
      },
      options,
    )
    return {
      ...tagged(await records.view(document, caller)),
      location: `/v1/${spec.service}/${id}`,
      replayed: outcome === 'replayed',
    }
  }

  /**
   * Edits by what `change` makes of the newest content. A repeated request, and one on an older version, is handed on as it is: the record
   * answers it.
   */
  const editFrom = async (
    request: Parameters<typeof act>[0],
    change: (state: Profile<Content>, before: Content | undefined) => Promise<Content>,
  ) => {
    const { params, caller, options } = request
    const { state, version, keys } = await records.find(params.id, (document) => admit(document, caller) && document)
    const isRepeated = keys.some(({ key }) => key === options.idempotency?.key)
    const isStale = options.expected !== undefined && !options.expected.includes(version)
    const before = state.draft ?? state.content
    const content = before && (isRepeated || isStale) ? before : await change(state, before)
    return act(
      { ...request, options: { ...options, expected: options.expected ?? [version] } },
      { type: 'edit', content },
    )
  }

  return implement<ProfileApi>(api, {
    create: (request) => draft(request, request.body),

    list: ({ query, caller }) => {
      // Callers who do not see everything must not learn what was written next to an anonymous profile.
      const by = isOfficer(caller) || query.mine ? 'createdAt' : 'createdOn'
      return records.page(query, caller, {
        where: listFilters(caller, spec.ownerRole, query),
        by,
        value: ({ createdAt }) => (by === 'createdAt' ? createdAt : startOfDay(createdAt)),
      })
    },

    get: async (request) => tagged((await records.get(request)).body),
    history: records.history,

    translation: async ({ params: { id }, query, languages }) => {
      const { state } = (await profiles.get(id)) ?? {}
      if (!state?.content || !isPublic(state)) throw notFound(spec.kind, id)
      const wanted = query.lang ? [query.lang] : languagesOf(languages)
      const { said, ...text } = await translations.tell(state.content, wanted)
      const { code, params } = said
      const label = tell(messageLanguage(query.lang ? [query.lang, ...languages] : languages), said)
      const { originalLanguage: original } = state.content
      return { body: { id, revision: state.revision, original, ...text, code, params, label }, language: text.language }
    },

    edit: (request) => act(request, { type: 'edit', content: request.body }),
    ...actionsOf<ProfileApi, Given, Parameters<typeof act>[0]>(api, act),

    // These are no actions of the life of a profile.
    copy: async (request) => {
      const { state } = await records.find(request.params.id, (document) => admit(document, request.caller) && document)
      return draft(request, checked(state.draft ?? state.content, written))
    },

    confirmTranslation: (request) =>
      editFrom(request, (state) => withTranslation(translations, state, request.body.language, written)),

    writeText: (request) =>
      editFrom(request, async (_state, before) => {
        const texts = { ...before?.texts, [request.params.language]: request.body }
        return checked({ ...before, texts }, written)
      }),

    import: async ({ lines, caller, issued, query }) => ({
      body: await importProfiles(
        { spec, profiles, references, owners, clock, seal, written: api.create.body! },
        { caller, issued },
        lines,
        query,
      ),
    }),
  })
}
