import { z } from 'zod'
import { unknownInTag } from '../codes/languages.ts'
import { languageTag, territory } from '../common/codes.ts'
import { requestFacts } from '../common/request-facts.ts'
import { line, text } from '../common/values.ts'
import { dealType, ipcClass, organisationKind, sdg, sector } from '../common/vocabulary.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { refuse, says } from '../messages/issues.ts'
import { type Message, message } from '../messages/message.ts'

export const fullText = z
  .object({
    title: shown('public', line(256).meta({ description: 'What it is, in one line' })),
    summary: shown('public', text(500).meta({ description: 'What everyone may read of it' })),
    description: shown(
      'details',
      text(4000).meta({
        description: 'Everything needed to judge it; for a party to a match once it has accepted',
      }),
    ),
    advantages: shown(
      'details',
      text(2000)
        .optional()
        .meta({ description: 'Advantages over what is in use today; for the same readers as the description' }),
    ),
  })
  .meta({ id: 'FullText', description: 'All of a profile’s text in one language' })

const keywords = whole(
  z
    .object({
      market: z.array(line(80)).max(5).default([]).meta({ description: 'Where it is used' }),
      technology: z.array(line(80)).max(5).default([]).meta({ description: 'How it works' }),
    })
    .meta({ id: 'Keywords', description: 'At most five keywords of each kind' }),
)

/** A number that proves a claim, such as 18 % less water at 35 °C. */
export const claim = whole(
  z
    .object({
      metric: line(120).meta({ description: 'What was measured' }),
      value: z.number().meta({ description: 'The measured value' }),
      unit: line(40).meta({ description: 'Unit of the value' }),
      conditions: text(300).optional().meta({ description: 'Conditions of the measurement' }),
    })
    .meta({ id: 'Claim', description: 'A number that proves what is claimed' }),
)

/** A list without duplicates. */
export const distinct = <T extends z.ZodType>(list: z.ZodArray<T>) =>
  list
    .refine((items) => new Set(items).size === items.length, says(message('field.repeats')))
    .register(requestFacts, { uniqueItems: true })

/** What offers and needs have in common apart from their texts. */
export const commonFields = {
  originalLanguage: shown('public', languageTag),
  keywords: shown('public', keywords.prefault({})),
  sector: shown('public', sector),
  ipc: shown(
    'public',
    distinct(z.array(ipcClass).max(10)).default([]).meta({ description: 'Classes of the technology' }),
  ),
  sdgs: shown('public', distinct(z.array(sdg).max(17)).default([]).meta({ description: 'Goals that it serves' })),
  dealTypes: shown(
    'public',
    distinct(z.array(dealType).min(1).max(12)).meta({ description: 'Any of these agreements is acceptable' }),
  ),
  territories: shown(
    'public',
    distinct(z.array(territory).min(1).max(60)).meta({ description: 'Where rights are offered, or wanted' }),
  ),
  partnerKinds: shown(
    'public',
    distinct(z.array(organisationKind).max(8))
      .default([])
      .meta({ description: 'Kinds of organisation that are sought; none means any' }),
  ),
  anonymous: shown(
    'public',
    z.boolean().default(false).meta({ description: 'Hide the organisation until a match is agreed' }),
  ),
}

/** Keeps a profile, and each event that carries it, far below the megabyte that brokers accept. */
const maxLanguages = 16

export const textsOf = <T extends z.ZodType>(one: T) =>
  z
    .record(languageTag, one)
    .refine(
      (texts) => Object.keys(texts).length <= maxLanguages,
      says(message('field.languages', { most: maxLanguages })),
    )
    .meta({ description: `Texts by BCP 47 language tag, at most ${maxLanguages}` })
    .register(requestFacts, { minProperties: 1, maxProperties: maxLanguages })

interface WithTexts {
  originalLanguage: string
  texts: Record<string, unknown>
}

/** The original language must be among the texts: everything else is a translation of it. */
export const hasOriginal = <T extends z.ZodType<WithTexts>>(schema: T) =>
  schema.refine((content) => content.originalLanguage in content.texts, {
    ...says(message('field.original-language')),
    path: ['texts'],
  })

interface Refused {
  path: (string | number)[]
  said: Message
}

/**
 * Content in a request. What is refused here occurs in records of earlier versions, so events still accept it: languages that do not
 * exist, and what `more` finds.
 */
export const written = <T extends z.ZodType<WithTexts>>(
  schema: T,
  more: (content: z.output<T>) => Refused[] = () => [],
) =>
  schema.superRefine((content, context) => {
    const places: [string, ...string[]][] = [
      [content.originalLanguage, 'originalLanguage'],
      ...Object.keys(content.texts)
        .filter((tag) => tag !== content.originalLanguage)
        .map((tag): [string, ...string[]] => [tag, 'texts', tag]),
    ]
    for (const [tag, ...path] of places) {
      const unknown = unknownInTag(tag)
      if (unknown) refuse(context, unknown, path)
    }
    for (const { path, said } of more(content)) refuse(context, said, path)
  })
