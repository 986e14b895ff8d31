import { directoryApi } from './directory/http.ts'
import { documentsApi } from './documents/http.ts'
import type { Api } from './endpoint.ts'
import { casesApi } from './licensing/http.ts'
import { termSheetApi } from './licensing/term-sheet-http.ts'
import { matchesApi } from './matching/http.ts'
import { needsApi } from './needs/http.ts'
import { offersApi } from './offers/http.ts'
import { searchApi } from './search/http.ts'

export * from './directory/http.ts'
export * from './directory/members-http.ts'
export * from './directory/tokens-http.ts'
export * from './documents/http.ts'
export * from './licensing/http.ts'
export * from './licensing/term-sheet-http.ts'
export * from './matching/http.ts'
export * from './needs/http.ts'
export * from './offers/http.ts'
export * from './search/http.ts'

/** Engines that not every service uses. All of them use Kafka, for the event log. */
export type Engine = 'mongodb' | 'elasticsearch'

/** What a service is to the others. */
export interface ServiceRow<Topic extends string = string> {
  /** What it is for, for newcomers. */
  about: string
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
  /** Whether it keeps files, and the keys that seal them. */
  files?: true
}

/**
 * What every instance of every service reads for itself, to refuse tokens of organisations, members and keys that count no longer. The
 * process that serves it follows these topics, so that no service can forget to.
 */
export const revocationTopics = ['techbridge.organisations', 'techbridge.rosters'] as const

/**
 * Every service of Techbridge. Topics, groups, routes of the gateway and settings are derived from here when they are needed; diagrams,
 * docker-compose.yml, the chart, the image and the one-process form are written by `npm run docs`. Services are composed in this order.
 */
export const services = {
  offers: {
    about: 'technologies to license, from draft to archive',
    api: offersApi,
    publishes: { 'techbridge.offers': { aggregate: 'offer', partitions: 6 } },
    groups: {},
    readers: {},
    engines: ['mongodb'],
  },
  needs: {
    about: 'what enterprises look for, from draft to archive',
    api: needsApi,
    publishes: { 'techbridge.needs': { aggregate: 'need', partitions: 6 } },
    groups: {},
    readers: {},
    engines: ['mongodb'],
  },
  matching: {
    about: 'finds and explains matches, and sees them through to the agreement of both parties',
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
    about: 'cases from an agreed match to a licence, and their documents',
    api: { ...casesApi, ...termSheetApi, ...documentsApi },
    publishes: {
      'techbridge.cases': { aggregate: 'case', partitions: 6 },
      'techbridge.termsheets': { aggregate: 'termsheet', partitions: 6 },
      'techbridge.documents': { aggregate: 'document', partitions: 6 },
    },
    groups: { licensing: { reads: ['techbridge.matches', 'techbridge.termsheets'], changes: ['case'] } },
    readers: {},
    engines: ['mongodb'],
    files: true,
  },
  search: {
    about: 'full-text search over what is published, and the stream of events',
    api: searchApi,
    publishes: {},
    groups: { search: { reads: ['techbridge.offers', 'techbridge.needs'], changes: [] } },
    readers: { stream: '*' },
    engines: ['elasticsearch'],
  },
  directory: {
    about: 'organisations, what verifies them, and who belongs to them',
    api: directoryApi,
    publishes: {
      'techbridge.organisations': { aggregate: 'organisation', partitions: 6 },
      'techbridge.domains': { aggregate: 'domain', partitions: 6 },
      'techbridge.rosters': { aggregate: 'roster', partitions: 6 },
    },
    groups: { directory: { reads: ['techbridge.organisations'], changes: ['organisation', 'domain', 'roster'] } },
    readers: {},
    engines: ['mongodb'],
  },
} as const satisfies Record<string, ServiceRow>

export type ServiceName = keyof typeof services
export const serviceNames = Object.keys(services) as ServiceName[]

type Underscored<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Name

/** The setting of the gateway with the addresses of a service: variables have no hyphens. */
export const addressSetting = <Name extends string>(service: Name) =>
  `${service.replaceAll('-', '_').toUpperCase() as Uppercase<Underscored<Name>>}_URL` as const
