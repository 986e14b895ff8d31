import { anyOf, pattern } from './pattern.ts'

const strong = anyOf(
  'tel(?:ephone|epon|efon|p)? phones? fax hotline call sms 电话 電話 手机 手機 座机 热线 熱線 传真 傳真 致电 联系(?:方式|人)? 聯繫 โทร(?:ศัพท์|ฯ)? มือถือ เบอร์ แฟกซ์ ติดต่อ điện_thoại đt sđt di_động liên_hệ số_máy hubungi ໂທ(?:ລະສັບ)? ເບີ(?:ໂທ)? ទូរស័ព្ទ ទូរសព្ទ ဖုန်း ဆက်သွယ်ရန် फोन फ़ोन दूरभाष मोबाइल संपर्क ☎ 📞 📱',
)
/** Words that mean a telephone only with a colon or in front of a number that begins as one. */
const weak = anyOf('mobile mob cell hp wa whatsapp viber zalo line imo signal ph m t')
const more = `(?:\\s*(?:[/&()]\\s*)?${anyOf('no nos nr number numbers is tel fax mobile whatsapp wechat zalo line 微信 同号 号码 號碼 号 號 มือถือ เลขที่ số nomor लंबर नंबर နံပါត် လេខ')}\\.?)*(?:\\)\\.?)?`

const behindStrong = pattern([`(?<![a-z])${strong}${more}\\s*(?:[.:=]\\s*)?$`], 'iu')
const behindWeak = pattern([`(?<![\\p{L}\\p{M}])${weak}\\s*[.:=]\\s*$`], 'iu')
const rightBehindWeak = pattern([`(?<![\\p{L}\\p{M}])${weak}\\s*$`], 'iu')

/** Begins behind no number, so that 1,234,567 stays whole; `โทร.081…` begins behind a full stop. */
const digitRun = /(?<![\p{N}+])(?<!\p{N}[.,/])(?:\+|\(\+?)?\d[\d\s().\-/‐-―_·•*~]{4,24}\d(?!\p{N})/gu

const amounts = [
  /^\d{4}\s*[-–—]\s*\d{4}$/,
  /^\d{1,2}(?:[-–—]\d{1,2}){2,3}$/,
  /^\d+\.\d+(?:\s*[-–—]\s*\d+(?:\.\d+)?)?$/,
  // Thousands apart: 13 800 138 000.
  /^[1-9]\d{0,2}(?:[ .\u202f]\d{3})+(?:\s*[-–—]\s*[1-9]\d{0,2}(?:[ .\u202f]\d{3})+)?$/,
]
const day = '(?:\\d{1,2}([./-])\\d{1,2}\\1\\d{2,4}|\\d{4}([./-])\\d{1,2}\\2\\d{1,2})'
const dates = new RegExp(`^${day}(?:\\s*[-–—]?\\s*${day.replaceAll('\\1', '\\3').replaceAll('\\2', '\\4')})?$`)
const hour = '(?:[01]\\d|2[0-4])[.]?[0-5]\\d'
const hours = new RegExp(`^${hour}\\s*[-–—]\\s*${hour}$`)

const chineseMobile = /^1[3-9]\d{9}$/
const indianMobile = /^[6-9]\d{4}[\s-]\d{5}$/
const withCode = /^\(\+?\d{1,4}[\d\s-]*\)/
/** A class of the IPC goes before a group that is filled with zeros. */
const classBefore = /[A-H]\d{2}[A-Z]\s*$/u

const isTelephone = (run: string, before: string, after: string): boolean => {
  const digits = run.replaceAll(/\D/g, '')
  if (digits.length < 6 || digits.length > 15) return false
  if ([...amounts, dates, hours].some((one) => one.test(run))) return false
  if (behindStrong.test(before) || behindWeak.test(before)) return true
  if (/^\(?[+0]/.test(run) && rightBehindWeak.test(before)) return true
  // Part of a number with letters, such as that of a patent, or an amount with its unit.
  if (digits.length < 8 || /\p{Script=Latin}$/u.test(before) || /^\p{Script=Latin}/u.test(after)) return false
  if (/^\(?\+/.test(run) || chineseMobile.test(digits) || indianMobile.test(run)) return true
  if (/^\(?0\d/.test(run)) return !classBefore.test(before)
  return digits.length >= 9 && withCode.test(run)
}

/** How far back a word for telephone may begin. */
const nearby = 40

/** Digits that begin as telephone numbers do, or stand behind a word for telephone. */
export const telephonesIn = (text: string): { piece: string; index: number }[] =>
  [...text.matchAll(digitRun)]
    .filter(({ 0: run, index }) =>
      isTelephone(run, text.slice(Math.max(0, index - nearby), index), text.slice(index + run.length)),
    )
    .map(({ 0: piece, index }) => ({ piece, index }))
