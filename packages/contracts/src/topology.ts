import { type ServiceName, type ServiceRow, serviceNames, services } from './services.ts'

type Rows = typeof services
/** The names that the services declare for something of that kind. */
type NamesOf<Kind extends 'publishes' | 'groups' | 'readers'> = {
  [Name in ServiceName]: keyof Rows[Name][Kind]
}[ServiceName]

export type Topic = NamesOf<'publishes'>
export type Group = NamesOf<'groups'>
export type Reader = NamesOf<'readers'>

const rows: Record<ServiceName, ServiceRow<Topic>> = services

/** What each service declares of one kind, by name, together with the name of the service. */
const declared = <T>(of: (row: ServiceRow<Topic>) => Record<string, T>) =>
  serviceNames.flatMap((service) => Object.entries(of(rows[service])).map(([name, what]) => ({ service, name, what })))

const topicsDeclared = declared(({ publishes }) => publishes)
const groupsDeclared = declared(({ groups }) => groups)
const readersDeclared = declared(({ readers }) => readers)

/** Every topic of the event log. Adapters create them from here. */
export const topics = Object.fromEntries(
  topicsDeclared.map(({ service, name, what }) => [name, { ...what, publisher: service }]),
) as Record<Topic, { aggregate: string; partitions: number; publisher: ServiceName }>
export const topicNames = Object.keys(topics) as Topic[]

/** Every consumer group, with the topics that it reads. */
export const groups = Object.fromEntries(groupsDeclared.map(({ name, what }) => [name, what.reads])) as Record<
  Group,
  readonly Topic[]
>
export const groupNames = Object.keys(groups) as Group[]

/** What reads topics without a group. */
export const readers = Object.fromEntries(
  readersDeclared.map(({ name, what }) => [name, what === '*' ? topicNames : what]),
) as Record<Reader, readonly Topic[]>

export const isService = (name: string): name is ServiceName => name in services

/** The row of a service; `undefined` for other services, such as those of tests. */
export const rowOf = (service: string): ServiceRow<Topic> | undefined =>
  isService(service) ? rows[service] : undefined

/** The consumer groups of a service. */
export const groupsOf = (service: string) => Object.keys(rowOf(service)?.groups ?? {}) as Group[]

/** Each topic with whatever reads it: a consumer group or another reader, and its service. */
export const subscriptions = [
  ...groupsDeclared.flatMap(({ service, name, what }) =>
    what.reads.map((topic) => ({ topic, service, reader: name, isGroup: true })),
  ),
  ...readersDeclared.flatMap(({ service, name }) =>
    readers[name as Reader].map((topic) => ({ topic, service, reader: name, isGroup: false })),
  ),
]
