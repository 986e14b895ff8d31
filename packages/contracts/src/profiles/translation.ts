import { z } from 'zod'
import { wantedLanguage } from '../common/codes.ts'
import { idOf } from '../common/values.ts'
import { shown } from '../disclosure/marks.ts'
import { messageFields } from '../messages/message.ts'

const textOrigin = z.enum(['own', 'machine', 'original']).meta({
  id: 'TextOrigin',
  description:
    'own: the owner’s text in the language; machine: translated by a machine, not checked by the owner; original: the owner’s text in the original language, because there is no translation',
})

/** Title and summary of a published profile in a language. */
export const profileTranslation = <K extends 'offer' | 'need'>(kind: K) =>
  z.object({
    id: shown('public', idOf(kind)),
    revision: shown('public', z.int().min(1).meta({ description: 'The published revision' })),
    language: shown('public', z.string().meta({ description: 'Language tag of title and summary' })),
    original: shown('public', z.string().meta({ description: 'Language tag of the original' })),
    title: shown('public', z.string().meta({ description: 'In `language`' })),
    summary: shown('public', z.string().meta({ description: 'In `language`' })),
    origin: shown('public', textOrigin),
    code: shown('public', messageFields.code),
    params: shown('public', messageFields.params),
    label: shown(
      'public',
      z.string().meta({ description: 'What readers must know of the text, in the language of the reader' }),
    ),
  })

export const translationToConfirm = z
  .object({ language: wantedLanguage.meta({ description: 'Of the translation' }) })
  .meta({ id: 'TranslationToConfirm', description: 'Which translation is taken', example: { language: 'th' } })
