import { z } from 'zod'
import { countries } from '../codes/countries.ts'
import { countryHint } from '../codes/country-names.ts'
import { currencies } from '../codes/currencies.ts'
import { currencyHint } from '../codes/currency-names.ts'
import { isCanonicalTag, languageHint, unknownInTag } from '../codes/languages.ts'
import { refuse, says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'

export const country = z
  .enum(
    countries,
    says((given) => message('field.country', countryHint(given, countries))),
  )
  .meta({ id: 'Country', description: 'ISO 3166-1 alpha-2 country code', example: 'TH' })
export type Country = z.infer<typeof country>

const territories = ['WORLD', ...countries] as const

/** Where rights are offered or wanted: a country, or `WORLD`. */
export const territory = z
  .enum(
    territories,
    says((given) => message('field.territory', countryHint(given, territories))),
  )
  .meta({ id: 'Territory', description: 'ISO 3166-1 alpha-2 country code, or WORLD', example: 'VN' })

export const currency = z
  .enum(
    currencies,
    says((given) => message('field.currency', currencyHint(given))),
  )
  .meta({ id: 'Currency', description: 'ISO 4217 currency code', example: 'CNY' })

const notTag = { ...says((given) => message('field.language', languageHint(given))), abort: true }

/** A BCP 47 language tag in canonical form, such as `zh`, `zh-Hant` or `lo`. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, notTag)
  .refine(isCanonicalTag, notTag)
  .meta({ id: 'Language', description: 'BCP 47 language tag', example: 'zh' })

const existing = (tag: z.ZodString) =>
  tag.superRefine((given, context) => {
    const unknown = given === anyLanguage ? undefined : unknownInTag(given)
    if (unknown) refuse(context, unknown)
  })

/** A requested language, which must exist. */
export const wantedLanguage = existing(languageTag)

/** The range that contains every language. */
export const anyLanguage = '*'

/** A basic language range of RFC 4647: a language tag, which includes all tags that begin with it, or `*`. */
export const languageRange = existing(
  z
    .string()
    .max(35)
    .regex(/^(\*|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/, notTag)
    .refine((given) => given === anyLanguage || isCanonicalTag(given), notTag),
).meta({
  id: 'LanguageRange',
  description: 'Basic language range of RFC 4647: `zh` finds `zh-Hant` too',
  example: 'zh',
})
