import { en, type Texts } from './en.ts'
import { id } from './id.ts'
import { km } from './km.ts'
import { lo } from './lo.ts'
import { my } from './my.ts'
import { th } from './th.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

export type { Texts } from './en.ts'

/** The languages of the console, each named in itself. */
export const languages = {
  en: { name: 'English', texts: en, draft: false },
  zh: { name: '中文', texts: zh, draft: false },
  th: { name: 'ไทย', texts: th, draft: false },
  vi: { name: 'Tiếng Việt', texts: vi, draft: false },
  lo: { name: 'ລາວ', texts: lo, draft: true },
  km: { name: 'ខ្មែរ', texts: km, draft: true },
  my: { name: 'မြန်မာ', texts: my, draft: true },
  id: { name: 'Bahasa Indonesia', texts: id, draft: false },
} as const satisfies Record<string, { name: string; texts: Texts; draft: boolean }>

export type Language = keyof typeof languages

export const isLanguage = (tag: string | undefined): tag is Language =>
  tag !== undefined && Object.hasOwn(languages, tag)

/** How Intl writes for the language: by the years and digits that contracts and patents have, also in Thai and Burmese. */
export const localeOf = (language: Language): string => `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`

/** A text with its `{…}` filled in. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** The first language of the console that an `Accept-Language` header names, by its order. */
export const preferred = (header: string | undefined): Language => {
  const tags = (header ?? '').split(',').map((part) => part.split(';')[0]?.trim().split('-')[0]?.toLowerCase())
  return tags.find(isLanguage) ?? 'en'
}
