import type { Caller, SharedPatent } from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import type { Aggregate, Aggregates } from '@techbridge/runtime'
import type { ProfileKindSpec } from '../domain/kind.ts'
import type { Profile, ProfileContent } from '../domain/profile.ts'
import type { ProfileCommand } from '../domain/profile-life.ts'

/** Of the content that is or was public and of the draft. */
export const patentKeysIn = (
  { content, draft }: Pick<Profile, 'content' | 'draft'>,
  { patentKeys }: ProfileKindSpec,
): string[] => [...new Set([content, draft].flatMap((one) => (one ? patentKeys(one) : [])))]

const mostOthers = 20

/**
 * The patents that other profiles list too, including those of the same organisation and in any status: officers judge what that means.
 * Owners must not learn who else lists a patent, so everybody else gets `undefined`, as for a profile that shares none.
 */
export const sharedPatents = async <C extends ProfileContent>(
  profiles: Aggregates<Profile<C>, ProfileCommand<C>>,
  { _id: id, state }: Aggregate<Profile<C>>,
  caller: Caller | undefined,
  spec: ProfileKindSpec,
): Promise<SharedPatent[] | undefined> => {
  const keys = isOfficer(caller) ? patentKeysIn(state, spec) : []
  if (keys.length === 0) return undefined
  const found = await profiles.find({ where: { patents: keys }, limit: mostOthers + 1 })
  const others = found.filter(({ _id }) => _id !== id).slice(0, mostOthers)
  const shared = keys.map((patent) => ({
    patent,
    offers: others
      .filter((other) => patentKeysIn(other.state, spec).includes(patent))
      .map(({ _id, state: { reference, organisation, status } }) => ({ id: _id, reference, organisation, status })),
  }))
  const some = shared.filter(({ offers }) => offers.length > 0)
  return some.length > 0 ? some : undefined
}
