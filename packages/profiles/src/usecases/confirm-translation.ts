import { message, parseWith } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { lookUpLanguage } from '@techbridge/text'
import { NotTranslated } from '@techbridge/translator'
import type { z } from 'zod'
import type { AnyContent, Profile } from '../domain/profile.ts'
import type { Translations } from './translations.ts'

/** The content of the next draft, with the machine's translation of what is published as the owner's own text. */
export const withTranslation = async <C extends AnyContent>(
  translations: Translations,
  { content, draft }: Profile<C>,
  language: string,
  written: z.ZodType<C>,
): Promise<C> => {
  const base = draft ?? content
  if (!base || !content) throw new DomainError('conflict', message('translation-unpublished'))
  const own = lookUpLanguage(language, Object.keys(base.texts))
  if (own !== undefined) throw new DomainError('conflict', message('translation-exists', { language: own }))
  const made = await translations.translate(content, language).catch((error) => {
    if (error instanceof NotTranslated)
      throw new DomainError('invalid', message('translation-unsupported', { language }))
    throw error
  })
  if (!made) throw new DomainError('conflict', message('translation-off'))
  const texts = { ...base.texts, [language]: { ...made, description: made.summary } }
  const read = parseWith(written, { ...base, texts }, 'content')
  if (read.errors) throw new DomainError('invalid', message('translation-unfit'), { fields: read.errors })
  return read.data
}
