import { type Caller, isSameOrganisation, type Organisation } from '@techbridge/contracts'
import type { Actor } from '@techbridge/domain'
import { actorOf } from '@techbridge/http'
import { plainKept } from '@techbridge/plain-text'
import { type Aggregates, type Clock, instant } from '@techbridge/runtime'
import { AlreadyExists, type Collection, StaleVersion, type Store, type StoredDocument } from '@techbridge/store'
import type { Profile, ProfileContent } from '../domain/profile.ts'
import type { ProfileCommand } from '../domain/profile-life.ts'

/** An organisation as the newest token of its own people describes it. */
interface Owner extends StoredDocument {
  organisation: Organisation
  /** When that token was issued, in seconds since 1970. */
  issued: number
  /** Present while profiles may show an earlier description: since when, by whose action, and the id of the last profile that was renamed. */
  renamingSince?: string
  by?: Actor
  after?: string
}

export interface Owners {
  /**
   * The current description of the owner's organisation. A newer token than any before updates it, and all of its profiles follow; an
   * older one changes nothing.
   */
  follow(caller: Caller, issued: number): Promise<Organisation>
  /** The organisation as its own people describe it; as given where they have not acted yet. */
  named(organisation: Organisation): Promise<Organisation>
  /** Renames a bounded number of profiles, continuing where an earlier call or another process stopped. */
  rename(): Promise<void>
}

const organisationsAtOnce = 5
const sliceSize = 20
const slicesAtOnce = 10

export const createOwners = async <C extends ProfileContent>(
  store: Store,
  profiles: Aggregates<Profile<C>, ProfileCommand<C>>,
  clock: Clock,
): Promise<Owners> => {
  const owners: Collection<Owner> = await store.collection<Owner>('owners', { indexes: ['renamingSince'] })

  /** A name from before names were made plain is made plain on reading. */
  const read = (owner: Owner): Owner => ({ ...owner, organisation: plainKept(owner.organisation) })
  const ownerOf = async (id: string) => {
    const owner = await owners.get(id)
    return owner && read(owner)
  }

  /** Renames up to `sliceSize` profiles; returns the owner afterwards, `undefined` when another process has changed it. */
  const renameSlice = async (owner: Owner): Promise<Owner | undefined> => {
    const { _id: id, organisation, issued, by, after } = owner
    const place = after === undefined ? undefined : ([after, after] as const)
    const found = await profiles.find({ where: { organisation: id }, after: place, limit: sliceSize })
    for (const { _id, state } of found) {
      if (isSameOrganisation(state.organisation, organisation)) continue
      const command = { type: 'rename', owner: organisation, at: instant(clock), by } as ProfileCommand<C>
      await profiles.handle(_id, command)
    }
    const isDone = found.length < sliceSize
    const version = owner.version + 1
    const done: Owner = isDone
      ? { _id: id, version, organisation, issued }
      : { ...owner, version, after: found.at(-1)!._id }
    return await owners.replace(done, owner.version).then(() => done, unlessStale)
  }

  return {
    follow: async (caller, issued) => {
      const { organisation } = caller
      for (;;) {
        const before = await ownerOf(organisation.id)
        const isSame = before !== undefined && isSameOrganisation(before.organisation, organisation)
        if (before && (issued < before.issued || (isSame && issued === before.issued))) return before.organisation
        const version = (before?.version ?? 0) + 1
        const after: Owner = isSame
          ? { ...before, version, issued }
          : {
              _id: organisation.id,
              version,
              organisation,
              issued,
              renamingSince: instant(clock),
              by: actorOf(caller),
            }
        try {
          await (before ? owners.replace(after, before.version) : owners.insert(after))
          return organisation
        } catch (error) {
          if (!(error instanceof AlreadyExists)) unlessStale(error)
        }
      }
    },

    named: async (organisation) => (await ownerOf(organisation.id))?.organisation ?? organisation,

    rename: async () => {
      const waiting = await owners.find({ order: { by: 'renamingSince' }, limit: organisationsAtOnce })
      for (let owner of waiting.map(read) as (Owner | undefined)[]) {
        for (let slices = 0; owner?.renamingSince && slices < slicesAtOnce; slices++) {
          owner = await renameSlice(owner)
          await new Promise(setImmediate)
        }
      }
    },
  }
}

const unlessStale = (error: unknown): undefined => {
  if (!(error instanceof StaleVersion)) throw error
}
