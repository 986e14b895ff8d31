import { Resolver } from 'node:dns/promises'
import { type Engine, type ServiceName, services } from '@techbridge/contracts'
import { defaultMaxTokenAge } from '@techbridge/http'
import { z } from 'zod'
import { BadConfig, isLoopback, isSafeUrl } from './bad-config.ts'
import { checkEmbedder, embedderSettings } from './embedder.ts'
import { elasticsearchSettings, engineConnections, kafkaSettings, mongodbSettings } from './engine-settings.ts'
import { fileSettings, placeOf, s3CredentialsOf } from './file-settings.ts'
import { readIssuers } from './sign-ins.ts'
import { openTranslator, translationSettings } from './translation.ts'

/** Whether all percent-encoding in it can be undone, as clients do with users and passwords. */
const isDecodable = (text: string) => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Whether a client of HTTP can use it. `localhost:9200` is a URL too, of the scheme `localhost`. */
export const isHttpUrl = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && isDecodable(url.username) && isDecodable(url.password)
}

const httpUrl = z
  .string()
  .refine(isHttpUrl, 'must be an http:// or https:// URL, its user and password percent-encoded')

const mongoUri =
  /^mongodb(?<srv>\+srv)?:\/\/(?:(?<user>[^:/?#[\]@]+)(?::(?<password>[^:/?#[\]@]*))?@)?(?<hosts>[^/?@#\s]+)(?:\/[^?@]*)?(?:\?(?<options>[^@]*))?$/
const mongoHost = /^(?:[^:[\]]+|\[[\da-f:.]+\])(?<port>:\d{1,5})?$/i

/** What the driver would say of it, which is loaded only where it is used. */
const isMongoUri = (text: string): boolean => {
  const { srv, user = '', password = '', hosts, options = '' } = mongoUri.exec(text)?.groups ?? {}
  if (!hosts) return false
  const ports = hosts
    .split(',')
    .map((host) => mongoHost.exec(host)?.groups)
    .map((found) => found && (found.port ?? ''))
  if (!ports.every((port) => port !== undefined && Number(port.slice(1)) <= 65_535)) return false
  if (srv && (ports.length > 1 || ports[0])) return false
  return [user, password, hosts, options].every(isDecodable)
}

/** Whether the resolver takes them. */
const areNameServers = (list: string): boolean => {
  try {
    new Resolver().setServers(list.split(','))
    return true
  } catch {
    return false
  }
}

const signInForm =
  'must be issuer|audience, several with commas between them; an issuer is https://, or http:// on loopback, and named once'

const limit = z.coerce.number().int().min(1).max(100_000)

/** Settings of a process, from its environment: all that there are. A service takes those of `configOf`. */
export const processConfig = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('port to listen on; 0 takes a free one'),
  DATA_DIR: z.string().min(1).default('.techbridge').describe('folder of the embedded adapters'),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^,\s]+:\d+(,[^,\s]+:\d+)*$/, 'must be host:port, or several with commas between them')
    .transform((list) => list.split(','))
    .optional()
    .describe('brokers of the event log, host:port; embedded when absent'),
  KAFKA_REPLICAS: z.coerce
    .number()
    .int()
    .min(1)
    .max(9)
    .default(1)
    .describe('copies of the topics that are created, on as many brokers; with one copy, a lost disk loses events'),
  ...kafkaSettings,
  MONGODB_URI: z
    .string()
    .refine(
      isMongoUri,
      'must be mongodb://user:password@host:port/?option=value, its user and password percent-encoded',
    )
    .optional()
    .describe('replica set of the documents; embedded when absent'),
  ...mongodbSettings,
  ELASTICSEARCH_URL: httpUrl.optional().describe('cluster of the text index; embedded when absent'),
  ...elasticsearchSettings,
  ...embedderSettings,
  ...fileSettings,
  AUTH_DEV: z.enum(['0', '1']).default('0').describe('1 opens the development issuer; on a loopback HOST only'),
  AUTH_ISSUER: z.string().min(1).default('urn:techbridge:development').describe('issuer of accepted tokens'),
  AUTH_AUDIENCE: z.string().min(1).default('techbridge').describe('audience of accepted tokens'),
  AUTH_JWKS_URL: httpUrl.optional().describe('where the issuer publishes its keys; required unless AUTH_DEV=1'),
  AUTH_MAX_TOKEN_AGE: z.coerce
    .number()
    .int()
    .min(60)
    .max(7 * 24 * 3600)
    .default(defaultMaxTokenAge)
    .describe('seconds after which a token is no longer accepted, whatever its exp'),
  SIGN_IN_ISSUERS: z
    .string()
    .refine((list) => readIssuers(list) !== undefined, signInForm)
    .transform((list) => readIssuers(list) ?? [])
    .optional()
    .describe(
      'OpenID Connect issuers whose sign-ins members exchange for tokens: issuer|audience, with commas between',
    ),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'secret of the deployment, 32 characters or more, the same for all instances; created in DATA_DIR when absent',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('pino level'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl
    .optional()
    .describe("where traces and metrics go; nowhere when absent. OpenTelemetry's other variables work too"),
  METRICS: z
    .enum(['0', '1'])
    .default('0')
    .describe('1 serves metrics for Prometheus at /metrics, to everyone who can reach this port'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('number of proxies in front whose X-Forwarded-For is trusted'),
  STREAMS: limit.default(1000).describe('open streams of events in total, in one process'),
  STREAMS_PER_ORGANISATION: limit.default(200).describe('open streams per organisation'),
  STREAMS_PER_CALLER: limit.default(10).describe('open streams per caller: one for each browser window'),
  PROPOSE_FROM: z.coerce
    .number()
    .min(0.01)
    .max(0.99)
    .default(0.1)
    .describe('probability that a need and an offer belong together from which on the pair is proposed'),
  PROPOSALS_PER_PUBLICATION: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(3)
    .describe('matches that one publication may propose'),
  UNASSESSED_PAIRS: z
    .enum(['propose', 'hold'])
    .default('propose')
    .describe(
      'pairs that no rules on export control were asked about: propose them, or hold each, and what is open of them, until an officer releases it',
    ),
  DNS_SERVERS: z
    .string()
    .refine(areNameServers, 'must be IP addresses, each with :port if it is not 53, with commas between them')
    .transform((list) => list.split(','))
    .optional()
    .describe('name servers that are asked for the TXT records of domains; those of the machine when absent'),
  ...translationSettings,
  WORKERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .default(0)
    .describe(
      'threads beside the main one that analyse texts and explain matches; without any the main one does, in between',
    ),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000).describe('limit for one address'),
})
export type ProcessConfig = z.output<typeof processConfig>

/** The settings that one kind of process takes. */
export interface ConfigSchema<T = ProcessConfig> {
  shape: Record<string, z.ZodType>
  safeParse(environment: unknown): { success: true; data: T } | { success: false; error: z.ZodError }
}

type Named = keyof typeof processConfig.shape
const mask = <K extends Named>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, true])) as Record<K, true>
const keysOf = <T extends object>(settings: T) => Object.keys(settings) as (keyof T)[]

const settingsOfEngine = {
  mongodb: ['MONGODB_URI', ...keysOf(mongodbSettings)],
  elasticsearch: ['ELASTICSEARCH_URL', ...keysOf(elasticsearchSettings)],
} as const satisfies Record<Engine, readonly Named[]>

/** What only one service uses. */
const settingsOfService = {
  matching: keysOf(embedderSettings),
  directory: ['SIGN_IN_ISSUERS'],
} as const satisfies Partial<Record<ServiceName, readonly Named[]>>

/** The settings that a service takes: all but those of engines that it does not use, and of other services. */
export const configOf = (service: ServiceName): ConfigSchema => {
  const used: readonly Engine[] = services[service].engines
  const unused = Object.entries(settingsOfEngine).flatMap(([engine, names]) =>
    used.includes(engine as Engine) ? [] : names,
  )
  const others = Object.entries(settingsOfService).flatMap(([name, names]) => (name === service ? [] : names))
  const files = 'files' in services[service] ? [] : keysOf(fileSettings)
  return processConfig.omit(mask([...unused, ...others, ...files]))
}

/**
 * Reads settings; fails with a message that names each variable that is wrong and what it should be. An empty variable counts
 * as not set, as compose files and shells make them.
 */
export const readSettings = <T>(environment: Record<string, string | undefined>, schema: ConfigSchema<T>): T => {
  const given = Object.entries(environment).filter(([, value]) => value !== '')
  const result = schema.safeParse(Object.fromEntries(given))
  if (result.success) return result.data
  throw new BadConfig(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}

/** The settings of a service, or of all of them in one process, also checked against each other. */
export const readConfig = (
  environment: Record<string, string | undefined>,
  schema: ConfigSchema = processConfig,
): ProcessConfig => {
  const config = readSettings(environment, schema)
  if (config.AUTH_DEV === '1' && !isLoopback(config.HOST)) {
    throw new BadConfig(
      `AUTH_DEV: gives a token to anyone, so it needs a loopback HOST such as 127.0.0.1; HOST is ${config.HOST}`,
    )
  }
  if (config.AUTH_DEV !== '1' && !config.AUTH_JWKS_URL) {
    throw new BadConfig('AUTH_JWKS_URL: is needed to check tokens; for development set AUTH_DEV=1 instead')
  }
  if (config.AUTH_JWKS_URL && !isSafeUrl(config.AUTH_JWKS_URL)) {
    throw new BadConfig(
      'AUTH_JWKS_URL: must be https://; http:// is for loopback only, because the keys decide who is trusted',
    )
  }
  const shared = (['KAFKA_BROKERS', 'MONGODB_URI', 'ELASTICSEARCH_URL'] as const).find((name) => config[name])
  if (shared && !config.SECRET) {
    throw new BadConfig(`SECRET: is needed with ${shared}, because every instance must have the same`)
  }
  engineConnections(config)
  openTranslator(config)
  checkEmbedder(config)
  checkFiles(config)
  return config
}

const checkFiles = (config: ProcessConfig) => {
  const [files, keys] = [placeOf('FILES', config.FILES), placeOf('KEYS', config.KEYS)]
  const usesS3 = [files, keys].some((place) => place && 'bucket' in place)
  for (const name of ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_SECRET_ACCESS_KEY_FILE'] as const)
    if (config[name] !== undefined && !usesS3)
      throw new BadConfig(`${name}: is for FILES or KEYS in s3://, and neither is there`)
  if (files && 'bucket' in files && !keys)
    throw new BadConfig('KEYS: is needed with FILES in s3://, because every instance must have the same keys')
  s3CredentialsOf(config)
}

/** The settings with their meaning and defaults, for `--help`. */
export const describeConfig = (schema: Pick<ConfigSchema, 'shape'> = processConfig) => {
  const width = Math.max(...Object.keys(schema.shape).map((name) => name.length))
  return Object.entries(schema.shape)
    .map(([name, schema]) => {
      const fallback = schema.safeParse(undefined).data
      return `  ${name.padEnd(width)} ${schema.description}${fallback === undefined ? '' : ` (default ${fallback})`}`
    })
    .join('\n')
}
