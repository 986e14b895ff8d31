import type { Api } from './endpoint.ts'
import { casesApi } from './licensing/http.ts'
import { matchesApi } from './matching/http.ts'
import { needsApi } from './needs/http.ts'
import { offersApi } from './offers/http.ts'
import { searchApi } from './search/http.ts'

/** Engines that not every service uses. All of them use Kafka, for the event log. */
export type Engine = 'mongodb' | 'elasticsearch'

/** What a service is to the others. */
export interface ServiceRow<Topic extends string = string> {
  /** The endpoints that it serves, beside those that every service has. */
  api: Api
  /** Its topics: each carries the events of one kind of aggregate, whose name begins the ids. */
  publishes: Record<string, { aggregate: string; partitions: number }>
  /**
   * Its consumer groups, any number: each receives every event of the topics that it `reads` at least once, in order for each
   * aggregate, and `changes` these kinds of aggregate of its service. A group may read a topic of its own service.
   */
  groups: Record<string, { reads: readonly Topic[]; changes: readonly string[] }>
  /** Its readers without a group: every instance reads all events of these topics for itself; `*` is every topic. */
  readers: Record<string, '*' | readonly Topic[]>
  engines: readonly Engine[]
}

/**
 * Every service of Techbridge. Topics, groups, routes of the gateway, settings and diagrams are derived from here; deployment files
 * are tested against it. Services are composed in this order.
 */
export const services = {
  offers: {
    api: offersApi,
    publishes: { 'techbridge.offers': { aggregate: 'offer', partitions: 6 } },
    groups: {},
    readers: {},
    engines: ['mongodb'],
  },
  needs: {
    api: needsApi,
    publishes: { 'techbridge.needs': { aggregate: 'need', partitions: 6 } },
    groups: {},
    readers: {},
    engines: ['mongodb'],
  },
  matching: {
    api: matchesApi,
    publishes: { 'techbridge.matches': { aggregate: 'match', partitions: 6 } },
    groups: {
      matching: {
        reads: ['techbridge.offers', 'techbridge.needs', 'techbridge.matches', 'techbridge.cases'],
        changes: ['match'],
      },
    },
    readers: {},
    engines: ['mongodb', 'elasticsearch'],
  },
  licensing: {
    api: casesApi,
    publishes: { 'techbridge.cases': { aggregate: 'case', partitions: 6 } },
    groups: { licensing: { reads: ['techbridge.matches'], changes: ['case'] } },
    readers: {},
    engines: ['mongodb'],
  },
  search: {
    api: searchApi,
    publishes: {},
    groups: { search: { reads: ['techbridge.offers', 'techbridge.needs'], changes: [] } },
    readers: { stream: '*' },
    engines: ['elasticsearch'],
  },
} as const satisfies Record<string, ServiceRow>

export type ServiceName = keyof typeof services
export const serviceNames = Object.keys(services) as ServiceName[]
