import { join } from 'node:path'
import { type EventBus, openSqliteBus, validated } from '@techbridge/bus'
import { contractOf } from '@techbridge/contracts'
import { type Files, filesOn, type Keys, type Objects, openFolderObjects, openSealedKeys } from '@techbridge/files'
import { openFts5Indexes, type TextIndexes } from '@techbridge/index'
import type { TxtRecords } from '@techbridge/runtime'
import { openSqliteStore, type Store } from '@techbridge/store'
import type { Logger } from 'pino'
import type { ProcessConfig } from './config.ts'
import { type EngineConnections, engineConnections } from './engine-settings.ts'
import { type Place, placeOf, s3CredentialsOf } from './file-settings.ts'
import { inOrder } from './in-order.ts'
import { openTxtRecords } from './txt-records.ts'

/** The engines of a process: one event bus, and for each service a store and indexes of its own. */
export interface Adapters {
  bus: EventBus
  storeOf(service: string): Store
  indexesOf(service: string): TextIndexes
  txtRecords: TxtRecords
  /**
   * Fails with `Unavailable` when documents or indexes cannot serve. The event log may be away: what is written meanwhile is
   * published later, so that requests go on.
   */
  ping(): Promise<void>
  close(): Promise<void>
}

type Settings = Pick<ProcessConfig, 'DATA_DIR'> & Partial<ProcessConfig>

/** The only place that knows which adapters are in use: those of the engines that the settings name, else the embedded ones. */
export const openAdapters = async (settings: Settings, log: Logger): Promise<Adapters> => {
  const connections = engineConnections(settings)
  const bus = validated(await openBus(settings, connections, log), contractOf, ({ id }, reason) =>
    log.warn({ event: id, reason }, 'an event of the log breaks its contract; readers pass over it'),
  )
  // Never the addresses: they may hold passwords.
  log.info(
    {
      eventLog: settings.KAFKA_BROKERS ? 'Kafka' : 'embedded',
      documents: settings.MONGODB_URI ? 'MongoDB' : 'embedded',
      index: settings.ELASTICSEARCH_URL ? 'Elasticsearch' : 'embedded',
    },
    'engines',
  )
  const openStore = await storeOpener(settings, connections)
  const openIndexes = await indexesOpener(settings, connections)
  const stores = new Map<string, Store>()
  const indexes = new Map<string, TextIndexes>()
  const opened = () => [...stores.values(), ...indexes.values()]
  return {
    bus,
    storeOf: (service) => once(stores, service, openStore),
    indexesOf: (service) => once(indexes, service, openIndexes),
    txtRecords: openTxtRecords(settings.DNS_SERVERS),
    ping: async () => {
      await Promise.all(opened().map((adapter) => adapter.ping()))
    },
    close: () => inOrder([...opened(), bus].map((adapter) => () => adapter.close())),
  }
}

const once = <T>(map: Map<string, T>, service: string, open: (service: string) => T): T => {
  const existing = map.get(service)
  if (existing) return existing
  const created = open(service)
  map.set(service, created)
  return created
}

// The clients of the distributed engines are loaded only where they are used: they cost half a second of start-up.

const openBus = async (
  settings: Settings,
  { kafka: connection }: EngineConnections,
  log: Logger,
): Promise<EventBus> => {
  const { DATA_DIR, KAFKA_BROKERS: brokers, KAFKA_REPLICAS: replicas } = settings
  if (!brokers) return openSqliteBus(join(DATA_DIR, 'events.db'))
  const { openKafkaBus } = await import('@techbridge/bus/kafka')
  return await openKafkaBus({ brokers, clientId: 'techbridge', replicas, connection, log })
}

const storeOpener = async (
  { DATA_DIR, MONGODB_URI: uri }: Settings,
  { mongodb: tls }: EngineConnections,
): Promise<(service: string) => Store> => {
  if (!uri) return (service) => openSqliteStore(join(DATA_DIR, `${service}.db`))
  const { openMongoStore } = await import('@techbridge/store/mongo')
  return (service) => openMongoStore({ uri, database: `techbridge-${service}`, tls })
}

const indexesOpener = async (
  { DATA_DIR, ELASTICSEARCH_URL: url }: Settings,
  { elasticsearch: client }: EngineConnections,
): Promise<(service: string) => TextIndexes> => {
  if (!url) return (service) => openFts5Indexes(join(DATA_DIR, `${service}-index.db`))
  const { openElasticIndexes } = await import('@techbridge/index/elastic')
  return () => openElasticIndexes({ url, client })
}

export type FilePlaces = Pick<ProcessConfig, 'DATA_DIR'> &
  Partial<
    Pick<
      ProcessConfig,
      | 'FILES'
      | 'KEYS'
      | 'S3_ENDPOINT'
      | 'S3_REGION'
      | 'S3_ACCESS_KEY_ID'
      | 'S3_SECRET_ACCESS_KEY'
      | 'S3_SECRET_ACCESS_KEY_FILE'
      | 'UPLOAD_HOURS'
    >
  >

const openObjects = async (place: Place, settings: FilePlaces): Promise<Objects> => {
  if ('folder' in place) return openFolderObjects(place.folder)
  const { openS3Objects } = await import('@techbridge/files/s3')
  const { S3_ENDPOINT: endpoint, S3_REGION: region = 'us-east-1' } = settings
  return openS3Objects({ ...place, endpoint, region, credentials: s3CredentialsOf(settings) })
}

/** Where the keys are kept that seal files, as the settings say, or in the data folder. */
const openKeyObjects = (settings: FilePlaces): Promise<Objects> =>
  openObjects(placeOf('KEYS', settings.KEYS) ?? { folder: join(settings.DATA_DIR, 'keys') }, settings)

/** Files and the keys that seal them. */
export const openFiles = async (
  settings: FilePlaces,
  secret: string,
  now: () => Date,
): Promise<{ files: Files; keys: Keys }> => {
  const objects = await openObjects(
    placeOf('FILES', settings.FILES) ?? { folder: join(settings.DATA_DIR, 'files') },
    settings,
  )
  const keys = openSealedKeys(await openKeyObjects(settings), secret)
  return { files: filesOn({ objects, keys, now, patienceMs: (settings.UPLOAD_HOURS ?? 48) * 3_600_000 }), keys }
}
