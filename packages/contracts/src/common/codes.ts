import { z } from 'zod'
import { countries } from '../codes/countries.ts'
import { countryHint } from '../codes/country-names.ts'
import { currencies } from '../codes/currencies.ts'
import { currencyHint } from '../codes/currency-names.ts'
import { isCanonicalTag, languageHint, unknownInTag } from '../codes/languages.ts'

/** An error message that ends with what to write instead, when that is known. */
export const withHint = (message: string, hint: (given: unknown) => string | undefined) => {
  const error = ({ input }: { input?: unknown }) => {
    const instead = hint(input)
    return instead ? `${message}; ${instead}` : message
  }
  return { error }
}

export const country = z
  .enum(
    countries,
    withHint('must be an ISO 3166-1 alpha-2 code such as TH', (given) => countryHint(given, countries)),
  )
  .meta({ id: 'Country', description: 'ISO 3166-1 alpha-2 country code', example: 'TH' })
export type Country = z.infer<typeof country>

const territories = ['WORLD', ...countries] as const

/** Where rights are offered or wanted: a country, or `WORLD`. */
export const territory = z
  .enum(
    territories,
    withHint('must be WORLD or an ISO 3166-1 alpha-2 code such as VN', (given) => countryHint(given, territories)),
  )
  .meta({ id: 'Territory', description: 'ISO 3166-1 alpha-2 country code, or WORLD', example: 'VN' })

export const currency = z
  .enum(currencies, withHint('must be an ISO 4217 code such as CNY', currencyHint))
  .meta({ id: 'Currency', description: 'ISO 4217 currency code', example: 'CNY' })

const tagMessage = withHint('must be a BCP 47 language tag such as zh, zh-Hant or lo', languageHint)

/** A BCP 47 language tag in canonical form, such as `zh`, `zh-Hant` or `lo`. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { ...tagMessage, abort: true })
  .refine(isCanonicalTag, { ...tagMessage, abort: true })
  .meta({ id: 'Language', description: 'BCP 47 language tag', example: 'zh' })

const existing = (tag: z.ZodString) =>
  tag.superRefine((given, context) => {
    const unknown = given === anyLanguage ? undefined : unknownInTag(given)
    if (unknown) context.addIssue({ code: 'custom', message: `must be an existing language: ${unknown}` })
  })

/** A language that somebody wants, which there must be. */
export const wantedLanguage = existing(languageTag)

/** The range that every language is in. */
export const anyLanguage = '*'

/** A basic language range of RFC 4647: a language tag, which stands for all that begin with it, or `*`. */
export const languageRange = existing(
  z
    .string()
    .max(35)
    .regex(/^(\*|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/, { ...tagMessage, abort: true })
    .refine((given) => given === anyLanguage || isCanonicalTag(given), { ...tagMessage, abort: true }),
).meta({
  id: 'LanguageRange',
  description: 'Basic language range of RFC 4647: `zh` finds `zh-Hant` too',
  example: 'zh',
})
