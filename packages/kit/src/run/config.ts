import { z } from 'zod'

/** Settings of a process, from its environment: all that there are. A service's own `config.ts` has those that it takes. */
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
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must be a MongoDB connection string')
    .optional()
    .describe('replica set of the documents; embedded when absent'),
  ELASTICSEARCH_URL: z.url().optional().describe('cluster of the text index; embedded when absent'),
  AUTH_DEV: z.enum(['0', '1']).default('0').describe('1 opens the development issuer; on a loopback HOST only'),
  AUTH_ISSUER: z.string().min(1).default('urn:techbridge:development').describe('issuer of the tokens that are taken'),
  AUTH_AUDIENCE: z.string().min(1).default('techbridge').describe('audience of the tokens that are taken'),
  AUTH_JWKS_URL: z.url().optional().describe('where the issuer publishes its keys; needed unless AUTH_DEV=1'),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'secret of the deployment, 32 characters or more, the same for all instances; made and kept in DATA_DIR when absent',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('pino level'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('proxies in front, whose X-Forwarded-For is believed'),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000).describe('limit for one address'),
})
export type ProcessConfig = z.output<typeof processConfig>

/** The settings that one kind of process takes. */
export interface ConfigSchema<T = ProcessConfig> {
  shape: Record<string, z.ZodType>
  safeParse(environment: unknown): { success: true; data: T } | { success: false; error: z.ZodError }
}

export class BadConfig extends Error {
  override name = 'BadConfig'
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

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
  if (config.AUTH_DEV === '1' && !loopback.has(config.HOST)) {
    throw new BadConfig(
      `AUTH_DEV: gives a token to anyone, so it needs a loopback HOST such as 127.0.0.1; HOST is ${config.HOST}`,
    )
  }
  if (config.AUTH_DEV !== '1' && !config.AUTH_JWKS_URL) {
    throw new BadConfig('AUTH_JWKS_URL: is needed to check tokens; for development set AUTH_DEV=1 instead')
  }
  const shared = (['KAFKA_BROKERS', 'MONGODB_URI', 'ELASTICSEARCH_URL'] as const).find((name) => config[name])
  if (shared && !config.SECRET) {
    throw new BadConfig(`SECRET: is needed with ${shared}, because every instance must have the same`)
  }
  return config
}

/** The settings with their meaning and defaults, for `--help`. */
export const describeConfig = (schema: Pick<ConfigSchema, 'shape'> = processConfig) =>
  Object.entries(schema.shape)
    .map(([name, schema]) => {
      const fallback = schema.safeParse(undefined).data
      return `  ${name.padEnd(20)} ${schema.description}${fallback === undefined ? '' : ` (default ${fallback})`}`
    })
    .join('\n')
