import { organisationEvents } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import { type Clock, instant, on, type Reaction } from '@techbridge/runtime'
import { alive, ownProofUntil } from '../domain/evidence.ts'
import type { DirectoryEntry, OrganisationCommand } from '../domain/organisation.ts'
import { openRoster, type Rosters } from '../usecases/members.ts'
import { mergedInCircle, type Organisations, standsAbove } from '../usecases/organisations.ts'
import { type Claims, claimId } from '../usecases/prove-domain.ts'

/** Read at once of the organisations below one, or of the domains of one. */
const atOnce = 100
const by = system('directory')

interface Dependencies {
  organisations: Organisations
  claims: Claims
  rosters: Rosters
  clock: Clock
}

/** What follows from a change of one organisation for others, and for domains. */
export const reactions = ({ organisations, claims, rosters, clock }: Dependencies): Reaction[] => {
  const now = () => ({ at: instant(clock), by })

  const isFitToVouch = ({ status, evidence }: DirectoryEntry) =>
    status === 'verified' && ownProofUntil(alive(evidence, instant(clock))) !== undefined

  /** Does something with all that are found, until none is. What is done takes each out of what is found. */
  const each = async <T>(find: () => Promise<T[]>, act: (one: T) => Promise<unknown>) => {
    for (let found = await find(); found.length > 0; found = found.length < atOnce ? [] : await find())
      for (const one of found) await act(one)
  }

  /** Those that it vouches for are verified no longer when it is not itself. */
  const withdrawWord = async (parent: string) => {
    const voucher = await organisations.get(parent)
    if (voucher && isFitToVouch(voucher.state)) return
    const command: OrganisationCommand = { type: 'lose-voucher', parent, ...now() }
    const find = () => organisations.find({ where: { vouchedBy: parent }, limit: atOnce })
    await each(find, ({ _id }) => organisations.handle(_id, command))
  }

  /** Two that were confirmed above each other at the same moment: one or both are undone. */
  const breakCircle = async (id: string) => {
    const parent = (await organisations.get(id))?.state.parent
    if (parent?.confirmed && (await standsAbove(organisations, id, parent.id)))
      await organisations.handle(id, { type: 'untie', ...now() })
  }

  /** Of those that were merged into each other at the same moment one goes on, the same whoever sees the circle first. */
  const endMergeCircle = async (id: string) => {
    const [goesOn] = (await mergedInCircle(organisations, id)).toSorted()
    if (goesOn !== undefined) await organisations.handle(goesOn, { type: 'unmerge', ...now() })
  }

  const release = (domain: string, organisation: string) =>
    claims.handle(claimId(domain), { type: 'release', organisation, ...now() })

  return [
    on(organisationEvents.registered, async ({ data, time }) => {
      await openRoster(rosters, data.id, time)
    }),
    on(organisationEvents.edited, ({ data }) => withdrawWord(data.id)),
    on(organisationEvents.evidenceEnded, ({ data }) => withdrawWord(data.id)),
    on(organisationEvents.suspended, ({ data }) => withdrawWord(data.id)),
    on(organisationEvents.parentConfirmed, ({ data }) => breakCircle(data.id)),
    on(organisationEvents.evidenceAccepted, ({ data }) => breakCircle(data.id)),
    on(organisationEvents.domainReleased, async ({ data: { id, domain } }) => {
      await release(domain, id)
      await withdrawWord(id)
    }),
    on(organisationEvents.merged, async ({ data: { id, into } }) => {
      await organisations.handle(into, { type: 'absorb', former: id, ...now() })
      const find = () => claims.find({ where: { organisation: id, status: 'held' }, limit: atOnce })
      await each(find, ({ state }) => release(state.domain, id))
      await withdrawWord(id)
      await endMergeCircle(id)
    }),
  ]
}
