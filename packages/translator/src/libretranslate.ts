import { z } from 'zod'
import { type Answer, openServer, type ServerOptions } from './server.ts'
import { NotTranslated, type Translator } from './translator.ts'

export interface LibreTranslateOptions extends ServerOptions {
  /** Before `/translate`, such as `https://translate.example.org`. */
  url: string
  apiKey?: string | undefined
}

/** Its own codes of Chinese, which versions since 1.6 take beside `zh-Hans` and `zh-Hant`. */
const codeOf = (tag: string) => {
  const { language, script } = new Intl.Locale(tag).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zt' : 'zh'
}

const translated = z.object({ translatedText: z.array(z.unknown()) })
const refused = z.object({ error: z.string() })

const read = ({ status, body }: Answer) => {
  const why = refused.safeParse(body).data?.error
  if (status === 400 && why && /not (?:supported|available)/i.test(why)) throw new NotTranslated(why)
  return status === 200 ? translated.safeParse(body).data?.translatedText : undefined
}

/** A server of LibreTranslate, which an office can run itself. */
export const openLibreTranslate = ({ url, apiKey, ...options }: LibreTranslateOptions): Translator => {
  const ask = openServer(options)
  const address = new URL('translate', url.endsWith('/') ? url : `${url}/`)
  return {
    name: `LibreTranslate (${address.hostname})`,
    translate: (texts, from, to) => {
      const body = {
        q: texts,
        source: codeOf(from),
        target: codeOf(to),
        format: 'text',
        ...(apiKey && { api_key: apiKey }),
      }
      return ask({ url: address.href, body, count: texts.length }, read)
    },
  }
}
