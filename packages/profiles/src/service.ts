import { startOfDay } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import type { HttpService } from '@techbridge/http'
import { createRuntime, type ServiceDependencies } from '@techbridge/runtime'
import type { Translator } from '@techbridge/translator'
import type { ProfileKindSpec } from './domain/kind.ts'
import type { AnyContent, Profile, ProfileEvent } from './domain/profile.ts'
import { followingOwner, type ProfileCommand } from './domain/profile-life.ts'
import { type AnyProfileApi, profileRoutes } from './entry/http.ts'
import { type Review, summariseReviews } from './usecases/disclosure.ts'
import { createOwners } from './usecases/owners.ts'
import { createReferences } from './usecases/references.ts'
import { patentKeysIn } from './usecases/shared-patents.ts'
import { createTranslations } from './usecases/translations.ts'

/** What a service of profiles is composed from. */
export interface ProfileDependencies extends ServiceDependencies {
  /** Where the office has set one up. */
  translator?: Translator | undefined
}

/** The service for one kind of profile: offers or needs. */
export const createProfileService = async (
  spec: ProfileKindSpec,
  api: AnyProfileApi,
  dependencies: ProfileDependencies,
): Promise<HttpService> => {
  const { store, clock, seal, log, translator } = dependencies
  const runtime = createRuntime(spec.service, dependencies)
  const profiles = await runtime.aggregates<
    Profile<AnyContent>,
    ProfileCommand<AnyContent>,
    ProfileEvent<AnyContent>,
    Review
  >(
    spec.kind,
    {
      name: spec.service,
      service: spec.service,
      decider: followingOwner<AnyContent>(spec.life),
      indexes: ['status', 'organisation', 'createdAt', 'createdOn'],
      pages: ['createdAt', 'createdOn'].map((order) => ({ order, by: ['organisation', 'status'] })),
      lists: ['patents'],
      indexing: 1,
      indexed: ({ status, organisation, createdAt, content, draft }) => ({
        status,
        organisation: organisation.id,
        createdAt,
        createdOn: startOfDay(createdAt),
        patents: patentKeysIn({ content, draft }, spec),
      }),
      summarise: summariseReviews(spec.events),
      dueAt: spec.life.dueAt,
    },
    (at) => ({ type: 'deadline', at, by: system(spec.service) }),
  )
  const references = await createReferences(store)
  const owners = await createOwners(store, profiles, clock)
  const translations = await createTranslations(store, translator, (err) => log.warn({ err }, 'no translation'))
  runtime.eachSweep(owners.rename)
  return runtime.service(profileRoutes(api, { spec, profiles, references, owners, translations, clock, seal }))
}
