const languages = ['en', 'zh', 'th', 'vi', 'lo', 'km', 'my', 'id']

/** Names in all languages of the platform, longest first, as one alternative of a pattern. Source: CLDR, by `Intl`. */
const namesOf = (options: Intl.DateTimeFormatOptions, dates: readonly Date[]) =>
  [...new Set(languages.flatMap((language) => namesIn(language, options, dates)))]
    .filter((name) => !/^\d/.test(name))
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replaceAll('.', '\\.?'))
    .join('|')

const namesIn = (language: string, options: Intl.DateTimeFormatOptions, dates: readonly Date[]) => {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' })
  return dates.map((date) => format.format(date))
}

const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 5 + day)))
const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15)))

const weekday = namesOf({ weekday: 'long' }, days)
const shortDay = 'mon|tues?|wed|thurs?|fri|sat|sun'
const month = `${namesOf({ month: 'long' }, months)}|${namesOf({ month: 'short' }, months)}`

/** Weekdays, and their short forms in a range: `Mon–Fri`. */
export const weekdays = new RegExp(
  `(?<!\\p{L})(?:${shortDay})\\.? ?(?:[-–—~]|to) ?(?:${shortDay})(?!\\p{L})|(?<![a-z])(?:${weekday})s?(?![a-z])|(?:周|星期)[一二三四五六日天](?:[至到-](?:周|星期)?[一二三四五六日天])?`,
  'giu',
)

/** A month beside a day or year: `12 March 2026`, `ngày 3 tháng 5 năm 2026`, `2026年3月5日`. A month alone may be another word. */
export const dates = new RegExp(
  [
    `(?<!\\p{L})(?:\\d{1,4}(?:st|nd|rd|th)?[ ,./-]{0,2}(?:of )?(?:${month})\\.?(?![a-z])(?:[ ,./-]{0,2}\\d{2,4})?|(?:${month})\\.? ?\\d{1,4}(?:st|nd|rd|th)?(?!\\w)(?:, ?\\d{4})?)`,
    '\\d{1,4} ?[年月日号](?!\\p{Script=Han}{0,1}用)',
    '(?<!\\p{L})(?:ngày|tháng|năm) \\d{1,4}',
    '(?:พ\\.ศ\\.|ค\\.ศ\\.|วันที่|ວັນທີ|ປີ|ថ្ងៃទី|ឆ្នាំ) ?\\d{1,4}',
    '\\d{1,4} ?(?:ခုနှစ်|ရက်)',
    '(?<!\\p{L})(?:q[1-4]|fy ?\\d{2,4})(?!\\w)',
  ].join('|'),
  'giu',
)
