import type { Hint } from '../messages/codes.ts'
import { currencies } from './currencies.ts'
import { byName, nameKey, namesOfLocales } from './names.ts'

/** Signs, everyday names, and codes that were replaced. */
const others: Record<string, string> = {
  CNY: 'RMB, CNH, yuan, renminbi, CN¥, 人民币, 人民幣, หยวน, nhân dân tệ, ຢວນ, យ័ន, ယွမ်',
  TWD: 'NTD, NT$, New Taiwan dollar, 新台币, 新臺幣, 台币',
  HKD: 'HK$, 港币, 港元',
  MOP: 'MOP$, pataca',
  THB: '฿, baht, บาท, 泰铢, 泰銖, ບາດ, បាត, ဘတ်',
  VND: '₫, dong, đồng, 越南盾, ดอง, ດົງ, ដុង, ဒေါင်',
  LAK: '₭, kip, ກີບ, 基普, กีบ, កីប, កិប, ကစ်',
  KHR: '៛, riel, រៀល, 瑞尔, เรียล, ຣຽນ',
  MMK: 'kyat, Ks, ကျပ်, 缅元, จ๊าต, จัต, ຈ້າດ, កាត',
  MYR: 'RM, ringgit',
  IDR: 'Rp, rupiah, 印尼盾, รูเปียห์, ຣູເປຍ, រូពីយ៉ា, ရူပီယာ',
  SGD: 'S$',
  PHP: '₱, piso',
  KRW: '₩, won, 韩元',
  JPY: 'yen, 円, 日元',
  INR: '₹',
  USD: 'US$, US dollar, 美元, 美金, ดอลลาร์สหรัฐ, đô la Mỹ, đô la',
  EUR: '€, euro, ເອີໂຣ, DEM, FRF, ITL, ESP, NLG, BEF, ATS, PTE, GRD, IEP, FIM, SKK, SIT, EEK, LVL, LTL, HRK, BGN, XEU, ECU',
  GBP: '£, STG, pound sterling, 英镑',
  RUB: '₽, RUR',
  AUD: 'A$, AU$',
  CAD: 'C$, CA$',
  NZD: 'NZ$',
  TRY: 'TRL',
  ZWG: 'ZWL, ZWD',
  XCG: 'ANG',
  VES: 'VEF, VEB',
  MRU: 'MRO',
  STN: 'STD',
  SLE: 'SLL',
  BYN: 'BYR',
  AZN: 'AZM',
  ZMW: 'ZMK',
}

/** Signs and names of several currencies. */
const ambiguous: Record<string, string[]> = {
  $: ['USD', 'SGD'],
  '¥': ['CNY', 'JPY'],
  dollar: ['USD', 'SGD'],
  元: ['CNY', 'TWD'],
  ดอลลาร์: ['USD', 'SGD'],
  ໂດລາ: ['USD', 'SGD'],
  ដុល្លារ: ['USD', 'SGD'],
  ဒေါ်လာ: ['USD', 'SGD'],
}

const lookUp = byName(() => [
  ...Object.entries(others).flatMap(([code, names]) => names.split(', ').map((name): [string, string] => [name, code])),
  ...namesOfLocales('currency', currencies),
])

/** What to write instead of the given currency: CNY for "RMB". */
export const currencyHint = (given: unknown): Hint => {
  if (typeof given !== 'string') return {}
  const several = ambiguous[nameKey(given)]
  if (several) return { given: given.trim(), instead: several, why: 'several-currencies' }
  const code = currencies.find((one) => one === given.trim().toUpperCase()) ?? lookUp(given)
  return code ? { given: given.trim(), instead: [code] } : {}
}
