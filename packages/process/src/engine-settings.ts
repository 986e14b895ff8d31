import { z } from 'zod'
import { BadConfig, isLoopback } from './bad-config.ts'
import { readCertificates, readIdentity, readSecret } from './credential-files.ts'

const text = z.string().min(1).optional()
const file = (what: string) => text.describe(`file (PEM) with ${what}`)
const password = (whose: string) => text.describe(`${whose} password`)
const passwordFile = (setting: string) => text.describe(`file with what would be in ${setting}`)

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const

export const kafkaSettings = {
  KAFKA_SSL: z.enum(['0', '1']).default('0').describe('1 speaks TLS with the brokers'),
  KAFKA_SSL_CA_FILE: file('the authorities that are trusted; those of the system when absent'),
  KAFKA_SSL_CERT_FILE: file('the certificate of this client, where brokers ask for one'),
  KAFKA_SSL_KEY_FILE: file('its private key'),
  KAFKA_SASL_MECHANISM: z
    .enum(mechanisms)
    .optional()
    .describe(`how to sign in at the brokers: ${mechanisms.join(', ')}`),
  KAFKA_SASL_USERNAME: text.describe('user at the brokers'),
  KAFKA_SASL_PASSWORD: password("that user's"),
  KAFKA_SASL_PASSWORD_FILE: passwordFile('KAFKA_SASL_PASSWORD'),
}

export const mongodbSettings = {
  // Optional, like everything that a service without documents leaves out.
  MONGODB_TLS: z
    .enum(['0', '1'])
    .optional()
    .describe('1 speaks TLS with the replica set, as tls=true in MONGODB_URI does'),
  MONGODB_TLS_CA_FILE: file('the authorities that are trusted; turns TLS on'),
  MONGODB_TLS_CERT_KEY_FILE: file('certificate and private key of this client; turns TLS on'),
}

export const elasticsearchSettings = {
  ELASTICSEARCH_CA_FILE: file('the authorities that are trusted; those of the system when absent'),
  ELASTICSEARCH_API_KEY: text.describe('API key, encoded, instead of user and password'),
  ELASTICSEARCH_API_KEY_FILE: passwordFile('ELASTICSEARCH_API_KEY'),
  ELASTICSEARCH_USERNAME: text.describe('user, where ELASTICSEARCH_URL has none'),
  ELASTICSEARCH_PASSWORD: password("that user's"),
  ELASTICSEARCH_PASSWORD_FILE: passwordFile('ELASTICSEARCH_PASSWORD'),
}

const schema = z.object({
  KAFKA_BROKERS: z.array(z.string()).optional(),
  MONGODB_URI: z.string().optional(),
  ELASTICSEARCH_URL: z.string().optional(),
  ...kafkaSettings,
  ...mongodbSettings,
  ...elasticsearchSettings,
})
type Settings = Partial<z.output<typeof schema>>
type Name = keyof Settings

type Mechanism = (typeof mechanisms)[number]
type Sasl = { [M in Mechanism]: { mechanism: M; username: string; password: string } }[Mechanism]

export interface EngineConnections {
  kafka?: {
    ssl?: { ca?: string; cert?: string; key?: string }
    sasl?: Sasl
  }
  mongodb?: { tls: true; tlsCAFile?: string; tlsCertificateKeyFile?: string }
  elasticsearch?: {
    tls?: { ca: string }
    auth?: { apiKey: string } | { username: string; password: string }
  }
}

/**
 * How to connect to each engine: encryption and credentials, with files read. Throws `BadConfig` for settings that contradict each
 * other, that nothing would use, or whose files are invalid.
 */
export const engineConnections = (settings: Settings): EngineConnections => {
  usedOnlyWith(settings, 'KAFKA_BROKERS', kafkaSettings)
  usedOnlyWith(settings, 'MONGODB_URI', mongodbSettings)
  usedOnlyWith(settings, 'ELASTICSEARCH_URL', elasticsearchSettings)
  return {
    ...(settings.KAFKA_BROKERS && { kafka: kafkaConnection(settings, settings.KAFKA_BROKERS) }),
    ...(settings.MONGODB_URI && mongodbConnection(settings, settings.MONGODB_URI)),
    ...(settings.ELASTICSEARCH_URL && {
      elasticsearch: elasticsearchConnection(settings, new URL(settings.ELASTICSEARCH_URL)),
    }),
  }
}

/** Otherwise the embedded engine would be used without notice. */
const usedOnlyWith = (settings: Settings, address: Name, names: object) => {
  if (settings[address]) return
  for (const name of Object.keys(names) as Name[])
    if (settings[name] && settings[name] !== '0') throw new BadConfig(`${name}: is for ${address}, which is not set`)
}

const needs = (settings: Settings, name: Name, ...others: Name[]) => {
  if (!settings[name] || others.some((other) => settings[other])) return
  throw new BadConfig(`${others[0]}: is needed with ${name}`)
}

const excludes = (settings: Settings, name: Name, other: Name) => {
  if (settings[name] && settings[other]) throw new BadConfig(`${name}: set either this or ${other}, not both`)
}

/** The value of a setting, or of the file that its `_FILE` names. */
const secretOf = (settings: Settings, name: Name, fileName: Name): string | undefined => {
  excludes(settings, name, fileName)
  const path = settings[fileName] as string | undefined
  return path ? readSecret(fileName, path) : (settings[name] as string | undefined)
}

const kafkaConnection = (settings: Settings, brokers: readonly string[]): EngineConnections['kafka'] => {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username } = settings
  const encrypted = settings.KAFKA_SSL === '1'
  for (const name of ['KAFKA_SSL_CA_FILE', 'KAFKA_SSL_CERT_FILE', 'KAFKA_SSL_KEY_FILE'] as const)
    if (settings[name] && !encrypted) throw new BadConfig(`${name}: is for TLS; set KAFKA_SSL=1 as well`)
  needs(settings, 'KAFKA_SSL_CERT_FILE', 'KAFKA_SSL_KEY_FILE')
  needs(settings, 'KAFKA_SSL_KEY_FILE', 'KAFKA_SSL_CERT_FILE')
  needs(settings, 'KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME')
  needs(settings, 'KAFKA_SASL_MECHANISM', 'KAFKA_SASL_PASSWORD', 'KAFKA_SASL_PASSWORD_FILE')
  for (const name of ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD', 'KAFKA_SASL_PASSWORD_FILE'] as const)
    needs(settings, name, 'KAFKA_SASL_MECHANISM')
  const isLocal = brokers.every((broker) => isLoopback(broker.replace(/:\d+$/, '')))
  if (mechanism === 'plain' && !encrypted && !isLocal)
    throw new BadConfig('KAFKA_SASL_MECHANISM: plain sends the password as it is; set KAFKA_SSL=1 as well')
  const password = secretOf(settings, 'KAFKA_SASL_PASSWORD', 'KAFKA_SASL_PASSWORD_FILE')
  const { KAFKA_SSL_CA_FILE: ca, KAFKA_SSL_CERT_FILE: cert, KAFKA_SSL_KEY_FILE: key } = settings
  return {
    ...(encrypted && {
      ssl: {
        ...(ca && { ca: readCertificates('KAFKA_SSL_CA_FILE', ca) }),
        ...(cert && key && readIdentity(['KAFKA_SSL_CERT_FILE', cert], ['KAFKA_SSL_KEY_FILE', key])),
      },
    }),
    ...(mechanism && username && password && { sasl: { mechanism, username, password } as Sasl }),
  }
}

const mongodbConnection = (settings: Settings, uri: string): Pick<EngineConnections, 'mongodb'> => {
  const { MONGODB_TLS_CA_FILE: ca, MONGODB_TLS_CERT_KEY_FILE: identity } = settings
  const name = (['MONGODB_TLS_CA_FILE', 'MONGODB_TLS_CERT_KEY_FILE'] as const).find((one) => settings[one])
  if (!name && settings.MONGODB_TLS !== '1') return {}
  if (/[?&](tls|ssl)=false(&|$)/i.test(uri))
    throw new BadConfig(`${name ?? 'MONGODB_TLS'}: is for TLS, and MONGODB_URI turns that off`)
  if (ca) readCertificates('MONGODB_TLS_CA_FILE', ca)
  if (identity) readIdentity(['MONGODB_TLS_CERT_KEY_FILE', identity], ['MONGODB_TLS_CERT_KEY_FILE', identity])
  return {
    mongodb: { tls: true, ...(ca && { tlsCAFile: ca }), ...(identity && { tlsCertificateKeyFile: identity }) },
  }
}

const elasticsearchConnection = (settings: Settings, url: URL): EngineConnections['elasticsearch'] => {
  const apiKey = secretOf(settings, 'ELASTICSEARCH_API_KEY', 'ELASTICSEARCH_API_KEY_FILE')
  const password = secretOf(settings, 'ELASTICSEARCH_PASSWORD', 'ELASTICSEARCH_PASSWORD_FILE')
  const { ELASTICSEARCH_CA_FILE: ca, ELASTICSEARCH_USERNAME: username } = settings
  const used = (['API_KEY', 'API_KEY_FILE', 'USERNAME', 'PASSWORD', 'PASSWORD_FILE'] as const)
    .map((name) => `ELASTICSEARCH_${name}` as const)
    .filter((name) => settings[name])
  if (ca && url.protocol !== 'https:')
    throw new BadConfig('ELASTICSEARCH_CA_FILE: is for TLS, and ELASTICSEARCH_URL is not https://')
  if (used[0] && url.username)
    throw new BadConfig(`${used[0]}: set either this or a user in ELASTICSEARCH_URL, not both`)
  if (used[0] && url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw new BadConfig(`${used[0]}: would be sent as it is; make ELASTICSEARCH_URL https://`)
  if (apiKey && (username || password))
    throw new BadConfig(`${used[0]}: set either an API key or ELASTICSEARCH_USERNAME and its password, not both`)
  needs(settings, 'ELASTICSEARCH_USERNAME', 'ELASTICSEARCH_PASSWORD', 'ELASTICSEARCH_PASSWORD_FILE')
  needs(settings, 'ELASTICSEARCH_PASSWORD', 'ELASTICSEARCH_USERNAME')
  needs(settings, 'ELASTICSEARCH_PASSWORD_FILE', 'ELASTICSEARCH_USERNAME')
  return {
    ...(ca && { tls: { ca: readCertificates('ELASTICSEARCH_CA_FILE', ca) } }),
    ...(apiKey && { auth: { apiKey } }),
    ...(username && password && { auth: { username, password } }),
  }
}
