import type { Hint } from '../messages/codes.ts'

/**
 * Zones that the IANA tz database has renamed and that locale data still gives under their older names (CLDR keeps its identifiers;
 * its attribute `iana` has the newer ones).
 */
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Offsets from UTC are not zones. */
export const timeZonePattern = /^[A-Za-z][A-Za-z0-9_+/-]*$/

/** Whether this is a zone of the IANA tz database, or an older name of one, ignoring case. */
export const isTimeZone = (name: string): boolean => {
  if (!timeZonePattern.test(name)) return false
  try {
    new Temporal.ZonedDateTime(0n, name)
    return true
  } catch {
    return false
  }
}

/** The zone under its present name: `Asia/Saigon` is `Asia/Ho_Chi_Minh`. Anything else stays unchanged. */
export const canonicalTimeZone = (written: string): string => {
  const name = written.trim()
  if (!isTimeZone(name)) return name
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
  return renamed[timeZone] ?? timeZone
}

/** What to write instead of the given zone. */
export const timeZoneHint = (given: unknown): Hint => {
  if (typeof given !== 'string') return {}
  if (/\d/.test(given)) return { given, why: 'offset' }
  const city = given.trim().toLowerCase().replaceAll(' ', '_')
  const zone = Intl.supportedValuesOf('timeZone')
    .map((name) => renamed[name] ?? name)
    .find((name) => name.split('/').at(-1)!.toLowerCase() === city)
  return zone ? { given: given.trim(), instead: [zone] } : {}
}

/** Where on Earth a day ends last, for countries without a zone: BV and HM, which are uninhabited. */
const anywhereOnEarth = 'Etc/GMT+12'

/** The instant at which a day ends in a zone: the first of the next day that exists there. Milliseconds since 1970. */
export const endOfDay = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds

const latest = new Map<string, string>()

/**
 * The zone of a country in which days end last in the year of a date. Zones are those that the IANA tz database has for the country
 * (`zone.tab`), through locale data. In no country does the result differ between winter and summer; of zones that end together it is
 * the first by name.
 */
export const latestTimeZone = (country: string, date: string): string => {
  const year = date.slice(0, 4)
  const known = latest.get(country + year)
  if (known !== undefined) return known
  const ends = (zone: string) => endOfDay(`${year}-01-01`, zone) + endOfDay(`${year}-07-01`, zone)
  const [zone = anywhereOnEarth] = (new Intl.Locale(`und-${country}`).getTimeZones() ?? [])
    .map((name) => renamed[name] ?? name)
    .sort()
    .map((name) => ({ name, end: ends(name) }))
    .sort((one, other) => other.end - one.end)
    .map(({ name }) => name)
  latest.set(country + year, zone)
  return zone
}
