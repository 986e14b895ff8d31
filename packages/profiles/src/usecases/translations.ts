import { createHash } from 'node:crypto'
import { explanationLanguages, type Message, message } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { AlreadyExists, type Store, type StoredDocument } from '@techbridge/store'
import { lookUpLanguage, primaryLanguage, writtenLanguage } from '@techbridge/text'
import { NotTranslated, type Translator } from '@techbridge/translator'
import type { ProfileContent } from '../domain/profile.ts'

interface Texts {
  title: string
  summary: string
}

/** Title and summary in a language, and where they come from. */
interface Told extends Texts {
  language: string
  origin: 'own' | 'machine' | 'original'
  said: Message
}

interface Kept extends StoredDocument, Texts {}

export interface Translations {
  /** In the first of the wanted languages that there is a text of the owner or of the machine in, else in the original one. */
  tell(content: ProfileContent, wanted: readonly string[]): Promise<Told>
  /** What the machine makes of title and summary. Fails with `NotTranslated` or `Unavailable`; `undefined` where there is no machine. */
  translate(content: ProfileContent, to: string): Promise<Texts | undefined>
}

/**
 * Translations of what is published: made when somebody asks for them first, kept by what was translated, so that another revision with the
 * same title and summary asks nobody.
 */
export const createTranslations = async (
  store: Store,
  translator: Translator | undefined,
  failed: (error: unknown) => void,
): Promise<Translations> => {
  const kept = await store.collection<Kept>('translations', { indexes: [] })
  const running = new Map<string, Promise<Texts>>()

  const original = (content: ProfileContent) => {
    const { title, summary } = content.texts[content.originalLanguage] ?? { title: '', summary: '' }
    return { title, summary }
  }

  const make = async (by: Translator, id: string, { title, summary }: Texts, from: string, to: string) => {
    const found = await kept.get(id)
    if (found) return { title: found.title, summary: found.summary }
    const [inOne = '', inOther = ''] = await by.translate([title, summary], from, to)
    const made = { title: inOne.replaceAll(/\s+/g, ' '), summary: inOther }
    await kept.insert({ _id: id, version: 1, ...made }).catch((error) => {
      if (!(error instanceof AlreadyExists)) throw error
    })
    return made
  }

  const translate = async (content: ProfileContent, to: string): Promise<Texts | undefined> => {
    if (!translator) return undefined
    if (!explanationLanguages.some((language) => language === primaryLanguage(to)))
      throw new NotTranslated(`${to} is no language of the product`)
    const from = content.originalLanguage
    const texts = original(content)
    const what = JSON.stringify([translator.name, writtenLanguage(from), writtenLanguage(to), texts])
    const id = createHash('sha256').update(what).digest('hex')
    const making = running.get(id) ?? make(translator, id, texts, from, to).finally(() => running.delete(id))
    running.set(id, making)
    return await making
  }

  const attempt = async (content: ProfileContent, to: string): Promise<Texts | Message> => {
    try {
      return (await translate(content, to)) ?? message('translation.off')
    } catch (error) {
      if (error instanceof NotTranslated) return message('translation.unsupported', { languages: [to] })
      if (!(error instanceof Unavailable)) throw error
      failed(error)
      return message('translation.failed')
    }
  }

  return {
    translate,
    tell: async (content, wanted) => {
      const own = Object.keys(content.texts)
      let why: Message = message('translation.original')
      for (const to of wanted) {
        const language = lookUpLanguage(to, own)
        const text = language === undefined ? undefined : content.texts[language]
        if (language !== undefined && text)
          return { language, title: text.title, summary: text.summary, origin: 'own', said: message('translation.own') }
        const made = await attempt(content, to)
        if ('title' in made)
          return {
            ...made,
            language: to,
            origin: 'machine',
            said: message('translation.machine', { service: translator?.name ?? '' }),
          }
        why = made
      }
      return { ...original(content), language: content.originalLanguage, origin: 'original', said: why }
    },
  }
}
