import { domainEvents } from '@techbridge/contracts'
import { type EventsOf, lifecycleOf } from '@techbridge/domain'

/** Whose a domain is. It belongs to one organisation at a time, until its evidence ends or it is released. */
export interface DomainClaim {
  id: string
  domain: string
  status: 'held' | 'free'
  organisation: string
  /** Until when it is held. UTC instant. */
  until: string
}

export type DomainClaimEvent = EventsOf<typeof domainEvents>

const life = lifecycleOf<DomainClaim, never, DomainClaimEvent, never>({
  name: 'domain',
  statuses: ['held', 'free'],
  relations: () => [],
})

type Held = Omit<DomainClaim, 'status'>

const released = ({ id, domain, organisation }: DomainClaim) => ({ id, domain, organisation })
const held = ({ id, domain, organisation, until }: Held) => ({ id, domain, organisation, until })

export const claimLife = life.table([
  life.begins({
    action: 'claim',
    to: 'held',
    event: domainEvents.claimed,
    says: (given: Held) => held(given),
    makes: (data, _, status) => ({ ...data, status }),
  }),
  life.reaction({
    action: 'claim',
    from: 'free',
    to: 'held',
    event: domainEvents.claimed,
    says: (_, given: Held) => held(given),
    changes: (_, { organisation, until }) => ({ organisation, until }),
  }),
  life.reaction({
    action: 'claim',
    from: 'held',
    event: domainEvents.claimed,
    says: (claim, given: Held) =>
      claim.organisation === given.organisation && claim.until < given.until ? held(given) : undefined,
    changes: (_, { until }) => ({ until }),
  }),
  life.reaction({
    action: 'release',
    from: 'held',
    to: 'free',
    event: domainEvents.released,
    says: (claim, { organisation }: { organisation: string }) =>
      claim.organisation === organisation ? released(claim) : undefined,
  }),
  life.deadline({
    action: 'expire',
    from: 'held',
    to: 'free',
    event: domainEvents.released,
    says: released,
    dueAt: ({ until }) => until,
  }),
])

export type ClaimCommand = Parameters<typeof claimLife.decide>[1]
