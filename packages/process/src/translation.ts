import { openLibreTranslate, openOpenAi, type Translator } from '@techbridge/translator'
import { z } from 'zod'
import { BadConfig, isLoopback } from './bad-config.ts'
import { readSecret } from './credential-files.ts'

const isServerUrl = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '')
const text = z.string().min(1).optional()

export const translationSettings = {
  TRANSLATION_URL: z
    .string()
    .refine(isServerUrl, 'must be an http:// or https:// URL')
    .optional()
    .describe(
      'service that translates titles and summaries of what is published, and gets nothing else; nothing is translated when absent',
    ),
  TRANSLATION_PROTOCOL: z
    .enum(['libretranslate', 'openai'])
    .default('libretranslate')
    .describe('what the service speaks: libretranslate, or openai for its chat completions'),
  TRANSLATION_MODEL: text.describe('model that translates; with openai'),
  TRANSLATION_KEY: text.describe('API key of the service, where it asks for one'),
  TRANSLATION_KEY_FILE: text.describe('file with what would be in TRANSLATION_KEY'),
}

const schema = z.object(translationSettings)
type Settings = Partial<z.output<typeof schema>>

/** The translator that the settings name, if any. Nothing is asked of it yet. */
export const openTranslator = (settings: Settings): Translator | undefined => {
  const { TRANSLATION_URL: url, TRANSLATION_PROTOCOL: protocol, TRANSLATION_MODEL: model } = settings
  const { TRANSLATION_KEY: key, TRANSLATION_KEY_FILE: file } = settings
  if (!url) return undefined
  const { protocol: scheme, hostname } = new URL(url)
  if (key && file) throw new BadConfig('TRANSLATION_KEY_FILE: cannot be set together with TRANSLATION_KEY')
  const apiKey = file ? readSecret('TRANSLATION_KEY_FILE', file) : key
  if (apiKey && scheme !== 'https:' && !isLoopback(hostname))
    throw new BadConfig('TRANSLATION_URL: must be https:// when there is a key; http:// is for loopback only')
  if (protocol !== 'openai') return openLibreTranslate({ url, apiKey })
  if (!model) throw new BadConfig('TRANSLATION_MODEL: is needed with TRANSLATION_PROTOCOL=openai')
  return openOpenAi({ url, model, apiKey })
}
