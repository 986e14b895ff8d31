import { minorDigits } from '../../codes/minor-units.ts'
import type { ParameterKind } from './parameters.ts'
import type { Wording } from './wording.ts'

/** More items of a list than these are hard to read. */
const shown = 5

/** English is that of the rest of the product. Thai would count years from the Buddha, Burmese write its own digits: neither is what contracts and patents have. */
const localeOf = (language: string) => `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`

const remembered = <T>(make: (language: string) => T) => {
  const made = new Map<string, T>()
  return (language: string): T => {
    const one = made.get(language) ?? make(language)
    made.set(language, one)
    return one
  }
}

const lists = remembered((language) => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }))
const numbers = remembered((language) => new Intl.NumberFormat(localeOf(language)))
const days = remembered(
  (language) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }),
)
const regions = remembered((language) => new Intl.DisplayNames(localeOf(language), { type: 'region' }))
const languages = remembered((language) => new Intl.DisplayNames(localeOf(language), { type: 'language' }))

/** Of UN M.49. */
const world = '001'

const territory = (code: string, language: string) =>
  /^([A-Z]{2}|WORLD)$/.test(code) ? (regions(language).of(code === 'WORLD' ? world : code) ?? code) : code

const languageName = (tag: string, language: string) => {
  try {
    return languages(language).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** An amount in minor units, with as many digits as the currency has: `Intl` has none for IDR, LAK and MMK. */
const money = (amount: number, currency: unknown, language: string) => {
  if (typeof currency !== 'string') return numbers(language).format(amount)
  const digits = minorDigits(currency)
  const maximumFractionDigits = amount % 10 ** digits === 0 ? 0 : digits
  const written = new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: maximumFractionDigits,
    maximumFractionDigits,
  }).format(amount / 10 ** digits)
  return `${written} ${currency}`
}

const instant = (value: string, zone: unknown, language: string) => {
  const options = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: String(zone ?? 'UTC') }).format(
      new Date(value),
    )
  } catch {
    return value
  }
}

const day = (value: string, language: string) => {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? value : days(language).format(at)
}

const nameIn = (names: Record<string, string>, code: string) => (Object.hasOwn(names, code) ? names[code]! : code)

/** A parameter as the language writes it. What is not of its kind, as in a record of another version, is written as it is. */
export const writtenIn =
  (language: string, { dealTypes, sectors }: Wording) =>
  (kind: ParameterKind | undefined, value: unknown, params: Readonly<Record<string, unknown>>): string => {
    if (Array.isArray(value)) {
      const items = value.slice(0, shown).map(String)
      const written = items.map((item) => {
        if (kind === 'territories') return territory(item, language)
        if (kind === 'dealTypes') return nameIn(dealTypes, item)
        if (kind === 'words') return `“${item}”`
        return kind === 'languages' ? languageName(item, language) : item
      })
      return lists(language).format(value.length > shown ? [...written, '…'] : written)
    }
    if (typeof value === 'number')
      return kind === 'money' ? money(value, params.currency, language) : numbers(language).format(value)
    const text = String(value ?? '–')
    if (kind === 'sector') return Object.hasOwn(sectors, text) ? `${text} (${nameIn(sectors, text)})` : text
    if (kind === 'day') return day(text, language)
    return kind === 'instant' ? instant(text, params.zone, language) : text
  }
