import { type Embedder, NoModel, openEmbedder } from '@techbridge/embedder'
import type { Logger } from 'pino'
import { z } from 'zod'
import { BadConfig, isLoopback } from './bad-config.ts'
import { readSecret } from './credential-files.ts'

const text = z.string().min(1).optional()

export const embedderSettings = {
  MODEL_DIR: text.describe(
    'folder of the model that `npm run model` brings, for matches across languages; without it they rest on the lexicon',
  ),
  EMBEDDINGS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('server of embeddings in the place of the model, without /embeddings, such as https://host/v1'),
  EMBEDDINGS_MODEL: text.describe('its model'),
  EMBEDDINGS_DIMENSION: z.coerce
    .number()
    .int()
    .min(2)
    .max(4096)
    .optional()
    .describe('how many numbers its vectors have'),
  EMBEDDINGS_API_KEY: text.describe('its key'),
  EMBEDDINGS_API_KEY_FILE: text.describe('file with EMBEDDINGS_API_KEY'),
  EMBEDDINGS_SHARE_TEXTS: z
    .enum(['0', '1'])
    .optional()
    .describe('1 lets published texts that everybody may read leave for EMBEDDINGS_URL, which needs it'),
}

const schema = z.object(embedderSettings)
export type EmbedderSettings = Partial<z.output<typeof schema>>

const serverOf = (settings: EmbedderSettings) => {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_DIMENSION: dimension } = settings
  const { EMBEDDINGS_API_KEY: key, EMBEDDINGS_API_KEY_FILE: keyFile } = settings
  if (!url) {
    const names = ['MODEL', 'DIMENSION', 'API_KEY', 'API_KEY_FILE'] as const
    const unused = names.find((name) => settings[`EMBEDDINGS_${name}`] !== undefined)
    if (unused) throw new BadConfig(`EMBEDDINGS_${unused}: is for EMBEDDINGS_URL, which is not set`)
    return undefined
  }
  if (settings.MODEL_DIR) throw new BadConfig('MODEL_DIR: set either this or EMBEDDINGS_URL, not both')
  if (settings.EMBEDDINGS_SHARE_TEXTS !== '1')
    throw new BadConfig(
      'EMBEDDINGS_URL: published texts would leave this system for it; set EMBEDDINGS_SHARE_TEXTS=1 as well if they may',
    )
  if (!model) throw new BadConfig('EMBEDDINGS_MODEL: is needed with EMBEDDINGS_URL')
  if (!dimension) throw new BadConfig('EMBEDDINGS_DIMENSION: is needed with EMBEDDINGS_URL')
  if (key && keyFile) throw new BadConfig('EMBEDDINGS_API_KEY: set either this or EMBEDDINGS_API_KEY_FILE, not both')
  const apiKey = keyFile ? readSecret('EMBEDDINGS_API_KEY_FILE', keyFile) : key
  const { protocol, hostname } = new URL(url)
  if (apiKey && protocol !== 'https:' && !isLoopback(hostname))
    throw new BadConfig('EMBEDDINGS_API_KEY: would be sent as it is; make EMBEDDINGS_URL https://')
  return { url, model, dimension, apiKey }
}

/** Fails with `BadConfig` for settings that contradict each other. */
export const checkEmbedder = (settings: EmbedderSettings): void => void serverOf(settings)

const howTo = '`npm run model` brings the model, and MODEL_DIR says where it is'

/** The embedder that the settings choose, if any; what cannot be used is said in one line, and the system runs without it. */
export const openChosenEmbedder = async (
  settings: EmbedderSettings,
  log: Pick<Logger, 'info' | 'warn'>,
): Promise<Embedder | undefined> => {
  const server = serverOf(settings)
  if (!server && !settings.MODEL_DIR) {
    log.info(`matching across languages rests on the lexicon alone; ${howTo}`)
    return undefined
  }
  try {
    const embedder = await openEmbedder(server ? { server } : { folder: settings.MODEL_DIR })
    log.info({ model: embedder.model }, 'matching across languages rests on a model')
    return embedder
  } catch (error) {
    if (!(error instanceof NoModel)) throw error
    log.warn(
      { reason: error.message },
      `the model cannot be used; matching across languages rests on the lexicon alone; ${howTo}`,
    )
    return undefined
  }
}
