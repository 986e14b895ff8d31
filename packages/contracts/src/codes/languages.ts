import { createRequire } from 'node:module'
import type { Hint, Subtag } from '../messages/codes.ts'
import { type Message, message } from '../messages/message.ts'
import { byName, namesOfLocales } from './names.ts'

interface Registered {
  Type: 'language' | 'extlang' | 'script' | 'region' | 'variant' | 'grandfathered' | 'redundant'
  Subtag?: string
  Scope?: string
}

/** The subtags of the IANA registry by type, read when the first tag is looked up. */
let subtags: Record<'language' | 'script' | 'region' | 'variant', Map<string, Registered>> | undefined

const registered = () => {
  if (subtags) return subtags
  const require = createRequire(import.meta.url)
  const all: Registered[] = require('language-subtag-registry/data/json/registry.json')
  const of = (type: Registered['Type']) =>
    new Map(all.flatMap((one) => (one.Type === type && one.Subtag ? [[one.Subtag.toLowerCase(), one] as const] : [])))
  subtags = { language: of('language'), script: of('script'), region: of('region'), variant: of('variant') }
  return subtags
}

/** The tag as BCP 47 would have it, with deprecated subtags replaced; `undefined` when it is not well-formed. */
export const canonicalTag = (tag: string): string | undefined => {
  const withoutExtended = tag
    .trim()
    .replaceAll('_', '-')
    .replace(/^[a-z]{2,3}-(?=[a-z]{3}(-|$))/i, '')
  try {
    return Intl.getCanonicalLocales(withoutExtended)[0]
  } catch {
    return undefined
  }
}

export const isCanonicalTag = (tag: string) => canonicalTag(tag) === tag

/** Why a well-formed tag names no language of a text: one of its subtags is not registered, or for private use. */
export const unknownInTag = (tag: string): Message | undefined => {
  const { language, script, region, variants } = parsed(tag)
  const known = registered()
  if (/^q[a-t][a-z]$/.test(language)) return message('language.private-use', { subtag: language })
  const found = known.language.get(language)
  if (!found) return unregistered(language, 'language', hintOf(language))
  if (found.Scope === 'special') return message('language.several', { subtag: language })
  if (script && (!known.script.has(script.toLowerCase()) || /^Qa[ab][a-x]$/.test(script))) {
    return unregistered(script, 'script')
  }
  if (region && (!known.region.has(region.toLowerCase()) || /^(?:AA|ZZ)$/.test(region))) {
    return unregistered(region, 'region')
  }
  const variant = variants.find((one) => !known.variant.has(one))
  return variant === undefined ? undefined : unregistered(variant, 'variant')
}

const unregistered = (subtag: string, as: Subtag, hint: Hint = {}) =>
  message('language.unregistered', { subtag, as, ...hint })

/** Subtags of a well-formed tag without extensions. */
const parsed = (tag: string) => {
  const { language, script, region } = new Intl.Locale(tag)
  const variants = tag.split('-').filter((part, place) => place > 0 && /^(?:[a-z\d]{5,8}|\d[a-z\d]{3})$/.test(part))
  return { language, script, region, variants }
}

/** Tags that people write for a language, but that are codes of countries or of nothing. */
const mistaken: Record<string, string> = {
  cn: 'zh',
  jp: 'ja',
  kh: 'km',
  mm: 'my',
  cz: 'cs',
  dk: 'da',
  gr: 'el',
  ua: 'uk',
  vn: 'vi',
  sp: 'es',
  ph: 'fil',
  bd: 'bn',
  us: 'en',
}

/** What people call languages and locale data does not. */
const everyday: Record<string, string> = {
  zh: 'Mandarin, 汉语, 漢語, 普通话, 华语, 華語, 国语, 國語, 简体中文, tiếng Hoa',
  'zh-Hant': '繁体中文, 繁體中文',
  yue: 'Cantonese',
  en: 'အင်္ဂလိပ်စာ',
  vi: '越语, 越文, ญวน',
  lo: 'Laotian, 寮语, 寮文',
  km: 'Cambodian, 柬埔寨语, ภาษากัมพูชา, tiếng Campuchia, ພາສາຂະແມ',
  my: 'Burmese, Myanmar, 缅语, ภาษาเมียนมา, ພາສາພະມ້າ, မြန်မာစာ',
  id: 'Bahasa, 印尼语, 印尼文, ພາສາອິນໂດເນເຊຍ, ភាសាឥណ្ឌូនេស៊ី',
  ms: 'ภาษามลายู',
}

const lookUp = byName(() => {
  // A code that was replaced, such as `in`, has the same names as the new one.
  const codes = [...registered().language.keys()].filter((code) => code.length === 2 && isCanonicalTag(code))
  return [
    ...Object.entries(everyday).flatMap(([code, names]) => names.split(', ').map((name) => [name, code])),
    ...namesOfLocales('language', codes),
  ] as [string, string][]
})

const hintOf = (given: string): Hint => {
  const code = mistaken[given.toLowerCase()]
  return code ? { given, instead: [code] } : {}
}

/** What to write instead of the given language: zh-Hant for "ZH-hant". */
export const languageHint = (given: unknown): Hint => {
  if (typeof given !== 'string' || given.length > 80) return {}
  const canonical = canonicalTag(given)
  const code = canonical && canonical !== given && !unknownInTag(canonical) ? canonical : lookUp(given)
  return code ? { given: given.trim(), instead: [code] } : {}
}
