import { countries } from '../codes/countries.ts'
import { type Message, message } from '../messages/message.ts'
import { checkDigitOfChina, checkDigitOfEurope } from './check-digits.ts'

/** A number without spaces and the office's letters, and what it means: its canonical form, without or with a kind code. */
interface Read {
  number: string
  /** Kind of document as WIPO ST.16 has it: `A1`, `B2`, `U`. */
  kind?: string
  /** Why the number cannot exist. */
  error?: Message
}

/** How one kind of number of an office is written, in capitals, ASCII digits and without spaces. */
type Format = [pattern: RegExp, read: (...groups: string[]) => Read | undefined]

const checked = (number: string, given: string, expected: string): Read =>
  given === expected
    ? { number: `${number}.${expected}` }
    : { number: `${number}.${given}`, error: message('patent.check-digit', { number, given, expected }) }

const china = (digits: string, given?: string) => {
  const expected = checkDigitOfChina(digits)
  return checked(digits, given ?? expected, expected)
}

const europe = (digits: string, given?: string) => {
  const expected = checkDigitOfEurope(digits)
  return checked(digits, given ?? expected, expected)
}

/** A publication as written, with its kind. */
const plain = (number: string, kind?: string): Read => ({ number, kind })

const padded = (number: string, length: number) => number.replace(/^0+(?=\d)/, '').padStart(length, '0')

/** Publications of the PCT carry two digits of the year until 2003, four and six of the serial since 2004. */
const pctPublication = (year: string, serial: string, kind?: string): Read | undefined => {
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) >= 78 ? 1900 : 2000)
  if (full < 1978) return undefined
  if (full >= 2004) return { number: `${full}${padded(serial, 6)}`, kind }
  return Number(serial) > 99_999 ? undefined : { number: `${String(full).slice(2)}${padded(serial, 5)}`, kind }
}

/** States and offices that receive applications under the PCT; IB is WIPO itself. */
const receivers: ReadonlySet<string> = new Set(['AP', 'EA', 'EP', 'IB', 'OA', ...countries])

const pctApplication = (receiver: string, year: string, serial: string): Read => {
  const full = year.length === 4 ? year : String(Number(year) + (Number(year) >= 78 ? 1900 : 2000))
  const number = `PCT/${receiver}${full}/${padded(serial, 6)}`
  return receivers.has(receiver)
    ? { number }
    : { number, error: message('patent.receiving-office', { office: receiver }) }
}

const eras: Record<string, number> = {
  令和: 2018,
  R: 2018,
  令: 2018,
  平成: 1988,
  H: 1988,
  平: 1988,
  昭和: 1925,
  S: 1925,
  昭: 1925,
}
const yearOf = (era: string | undefined, year: string) =>
  era ? (eras[era] as number) + (year === '元' ? 1 : Number(year)) : Number(year)

const japaneseApplication = (prefix: string, era: string | undefined, year: string, serial: string): Read => ({
  number: `${yearOf(era, year)}-${padded(serial, 6)}`,
  kind: prefix === '実' ? 'U' : undefined,
})
/** DOCDB writes the era of publications before 2000: H10123456. */
const japanesePublication = (prefix: string, era: string | undefined, year: string, serial: string): Read => {
  const kind = prefix === '実' ? 'U' : 'A'
  const full = yearOf(era, year)
  const start = full >= 2000 ? String(full) : full > 1988 ? `H${padded(String(full - 1988), 2)}` : `S${full - 1925}`
  return { number: `${start}${padded(serial, 6)}`, kind }
}

const kind = '([A-Z]\\d?)?'
const of = (pattern: string, read: Format[1]): Format => [new RegExp(`^(?:${pattern})$`), read]

/** The formats of an office. Numbers of other offices stay as written. */
export const formats: Record<string, Format[]> = {
  CN: [
    of('(20\\d{2}[12389]\\d{7})(?:\\.?([\\dX]))?', china),
    of('(\\d{2}[12389]\\d{5})\\.([\\dX])', china),
    of(`([1-9]\\d{6}|[1-9]\\d{8})${kind}`, plain),
  ],
  WO: [
    of('PCT/?([A-Z]{2})(\\d{4}|\\d{2})/?(\\d{5,6})', pctApplication),
    of(`(\\d{4})/?(\\d{6})${kind}`, pctPublication),
    of(`(\\d{2})/?(\\d{5})${kind}`, pctPublication),
    of(`((?:19|20)\\d{2})/(\\d{1,6})${kind}`, pctPublication),
  ],
  EP: [
    of('(\\d{8})(?:\\.(\\d))?', europe),
    of(`(\\d{6,7})${kind}`, (number = '', kind) => ({ number: padded(number, 7), kind })),
  ],
  US: [
    of('(\\d{2})/(\\d{3}),?(\\d{3})', (series, a, b) => ({ number: `${series}/${a}${b}` })),
    of(`(20\\d{2})[/-]?(\\d{7})${kind}`, (year, serial, of) => ({ number: `${year}${serial}`, kind: of })),
    of(`(20\\d{2})(\\d{6})${kind}`, (year, serial, of) => ({ number: `${year}0${serial}`, kind: of })),
    of(`((?:D|RE|PP|H|T)?[\\d,]{1,10})${kind}`, (number = '', of) => {
      const [, letters = '', digits = ''] = /^([A-Z]*)([\d,]+)$/.exec(number) ?? []
      const bare = digits.replaceAll(',', '').replace(/^0+/, '')
      return bare.length >= (letters ? 1 : 5) && bare.length <= 8
        ? { number: `${letters}${bare}`, kind: of }
        : undefined
    }),
  ],
  EA: [
    of(`(\\d{9})${kind}`, plain),
    of(`(\\d{1,6})${kind}`, (number = '', of) => ({ number: padded(number, 6), kind: of })),
  ],
  VN: [
    of('([1-9])-?((?:19|20)\\d{2})-?(\\d{5})', (type, year, serial) => ({ number: `${type}-${year}-${serial}` })),
    of(`([1-9])-?(\\d{7})(?:-000)?${kind}`, (type, serial, of) => ({ number: `${type}${serial}`, kind: of })),
    of(`(\\d{1,6})${kind}`, plain),
  ],
  TH: [of(`(\\d{10})${kind}`, plain), of(`(\\d{1,6})${kind}`, plain)],
  ID: [
    of(`(?:ID)?([PS])[- ]?(?:00)?(20\\d{2})(\\d{5})`, (type, year, serial) => ({
      number: `${type}00${year}${serial}`,
    })),
    of(`(?:ID)?([PS])-?(\\d{1,9})${kind}`, (type, serial = '', of) => ({
      number: `${type}${padded(serial, 9)}`,
      kind: of,
    })),
    of(`((?:19|20)\\d{2})/?(\\d{5})${kind}`, (year, serial, of) => ({ number: `${year}/${serial}`, kind: of })),
  ],
  LA: [of(`(\\d{1,8})${kind}`, plain)],
  KH: [
    of(`P?/?((?:19|20)\\d{2})/(\\d{1,6})`, (year, serial = '') => ({ number: `P/${year}/${padded(serial, 5)}` })),
    of(`(\\d{1,8})${kind}`, plain),
  ],
  MM: [of(`P?/?((?:19|20)\\d{2})/(\\d{1,6})`, (year, serial = '') => ({ number: `P/${year}/${padded(serial, 5)}` }))],
  MY: [
    of('(PI|UI)(\\d{8}|\\d{10})', (type, serial) => ({ number: `${type}${serial}` })),
    of('-?(\\d{5,6})-?([A-Z]\\d?)?', plain),
  ],
  SG: [
    of(`(\\d{11}[A-Z])${kind}`, plain),
    of('((?:19|20)\\d{7})-?(\\d)', (a, b) => ({ number: `${a}-${b}` })),
    of(`(\\d{5,6})${kind}`, plain),
  ],
  PH: [
    of(`([1-4])[-/]?((?:19|20)\\d{2})[-/]?(\\d{5,6})${kind}`, (type, year, serial = '', of) => ({
      number: `${type}-${year}-${padded(serial, 6)}`,
      kind: of,
    })),
  ],
  IN: [
    of(`((?:20)\\d{2}[1-4][1-9]\\d{6})${kind}`, plain),
    of('(\\d{1,5})/(DEL|MUM|CHE|KOL|DELNP|MUMNP|CHENP|KOLNP|MAS|CAL|BOM)/((?:19|20)\\d{2})', (serial, place, year) => ({
      number: `${serial}/${place}/${year}`,
    })),
    of(`(\\d{6})${kind}`, plain),
  ],
  JP: [
    of('(特|実)願(令和|平成|昭和|令|平|昭|R|H|S)?(\\d{1,4}|元)(?:年特許願第?|-)(\\d{1,6})', japaneseApplication),
    of('()(令和|平成|昭和)(\\d{1,2}|元)年特許願第?(\\d{1,6})', japaneseApplication),
    of('(特|実)(?:開|表|再)(令和|平成|昭和|令|平|昭|R|H|S)?(\\d{1,4}|元)-(\\d{1,6})', japanesePublication),
    of('(?:特許|実登)?(?:第)?(\\d{7})(B\\d?|U)?', plain),
    of('((?:19|20)\\d{2})-(\\d{1,6})()', (year, serial = '') => ({ number: `${year}-${padded(serial, 6)}` })),
    of('((?:19|20)\\d{2})-(\\d{1,6})A\\d?', (year = '', serial = '') =>
      japanesePublication('特', undefined, year, serial),
    ),
    of(`((?:[HS]\\d{2}|20\\d{2})\\d{6})${kind}`, plain),
  ],
  KR: [
    of(`([1-4]0)-?((?:19|20)\\d{2})-?(\\d{7})${kind}`, (type, year, serial, of) => ({
      number: `${type}${year}${serial}`,
      kind: of,
    })),
    of(`([1-4]0)-?(\\d{7})(?:-?0000)?${kind}`, (type, serial, of) => ({ number: `${type}${serial}`, kind: of })),
    of(`((?:19|20)\\d{2}\\d{7})${kind}`, (number, of) => ({ number: `10${number}`, kind: of })),
  ],
  TW: [
    of(`(20\\d{7}|1\\d{8})${kind}`, plain),
    of(`([IMD])(\\d{6})${kind}`, (type, serial, of) => ({ number: `${type}${serial}`, kind: of })),
  ],
  HK: [of(`(\\d{7,8}|\\d{11})(?:\\.\\d)?${kind}`, plain)],
  AU: [of(`((?:19|20)\\d{8})${kind}`, plain), of(`(\\d{6})${kind}`, plain)],
  DE: [of(`(\\d{12})(?:\\.\\d)?${kind}`, plain), of(`(\\d{7,8})(?:\\.\\d)?${kind}`, plain)],
  GB: [of(`(\\d{7})(?:\\.\\d)?${kind}`, plain)],
  FR: [of(`(\\d{7})${kind}`, plain)],
  RU: [of(`((?:19|20)\\d{8}|\\d{7})(?:/\\d{2})?${kind}`, plain)],
}
