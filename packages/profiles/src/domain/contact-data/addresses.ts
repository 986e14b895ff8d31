import { anyOf, pattern } from './pattern.ts'

// What people write for "@" and "." so that no machine finds it.
const at = anyOf('at 艾特 圈a แอท แอด a_còng ऐट')
const dot = anyOf('dot 点 點 จุด ดอท chấm titik डॉट')
const inBrackets = (word: string) => `\\s*[([{<]\\s*${word}\\s*[)\\]}>]\\s*`
/** Read from its beginning alone: a long text without an @ would be read again from each of its places. */
const name = '(?<![\\p{L}\\p{M}\\p{N}._%+-])[\\p{L}\\p{M}\\p{N}._%+-]'
const label = '[\\p{L}\\p{N}-]+'
const spelled = (word: string) => `\\s+${word}\\s+`
const unspaced = anyOf('艾特 圈a แอท แอด')
const unspacedDot = '\\s*(?:\\.|点|點|จุด|ดอท)\\s*'

export const eMail = pattern([
  `${name}+@[\\p{L}\\p{M}\\p{N}-]+(?:[.。][\\p{L}\\p{M}\\p{N}-]+)*[.。]\\p{L}[\\p{L}\\p{M}-]+`,
  `${name}{2,}${inBrackets(anyOf('at a @ 艾特 圈a แอท แอด a_còng ऐट'))}${label}(?:(?:${inBrackets(`(?:\\.|${dot})`)}|${spelled(dot)}|\\.)${label})+`,
  `${name}{2,}${spelled(at)}${label}(?:${spelled(dot)}${label})+`,
  `(?<![a-z0-9._%+-])[a-z0-9._%+-]{2,}\\s*${unspaced}\\s*[a-z0-9-]+(?:${unspacedDot}[a-z0-9-]+)+`,
])

const generic =
  'com|org|net|edu|gov|info|biz|io|ai|asia|dev|app|tech|xyz|online|site|cloud|top|shop|store|club|link|page|wang|中国|中國|公司|网络|香港|台灣|ไทย|भारत'
const countries = 'cn|th|vn|la|kh|mm|my|id|sg|hk|tw|ph|bn|tl|jp|kr|eu|de|fr|uk|ru|au|nz|ch'
const second = '(?:ac|co|or|go|in|edu|com|org|net|gov|mi|sch|web)\\.[a-z]{2}'
// Scripts without spaces write on before and behind an address.
const begins = '(?<![a-z0-9@.-])'
const ends = '(?![a-z0-9-])'
/** A part of a name that is no number, as `10.mm` is a length, and no framework: ASP.NET. */
const part = '(?=[a-z0-9-]*[a-z])(?!(?:asp|vb|ado|ml)\\.net(?![a-z0-9]))[a-z0-9-]{2,63}'
const anyPart = '[\\p{L}\\p{M}\\p{N}-]{2,63}'

export const webAddress = pattern([
  '(?:h(?:tt|xx)ps?:\\/\\/|www\\.)[^\\s<>"\'，。；、]+',
  `${begins}${part}(?:${inBrackets(`(?:\\.|${dot})`)}${part})+`,
  `${begins}${part}(?:\\.[a-z0-9-]+)*\\.(?:${generic}|${countries}|${second})${ends}`,
  `${begins}${anyPart}\\.(?:中国|中國|公司|网络|香港|台灣|ไทย|भारत)(?!\\p{L})`,
  // With a path, or of more than two parts, it is an address in any country.
  `${begins}[tm]\\.me\\/[\\w@%~+-]{2,}`,
  `${begins}${part}(?:\\.[a-z0-9-]{2,63})*\\.[a-z]{2,}\\/[\\w@%~+-]{2,}`,
])

/** What publications and their authors are found by, and so whoever owns what they tell of. */
export const publication = pattern([
  '(?<![\\d.])10\\.\\d{4,9}\\/[^\\s，。；、]{3,}',
  '(?<!\\p{L})arxiv\\s*(?::\\s*)?\\d{4}\\.\\d{4,5}',
  '(?<!\\p{L})orcid\\s*(?:id\\s*)?(?::\\s*)?\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dx]',
])

const messengers = anyOf(
  'we-?chat weixin 微信 whats-?app zalo telegram viber skype kakao(?:talk)? qq vx v信 facebook fb instagram ig tiktok weibo 微博 抖音 小红书 小紅書 公众号 公眾號 linkedin github discord wx ไลน์ ไอดีไลน์ เฟซบุ๊ก เฟสบุ๊ก เฟส วอทส์แอป ເຟສບຸກ ວອດແອັບ ទូរលេខ តេឡេក្រាម ហ្វេសប៊ុក ဗိုက်ဘာ ဖေ့စ်ဘုတ် တယ်လီဂရမ် व्हाट्सएप टेलीग्राम फेसबुक',
)
const numbered = anyOf('id no\\.? 号码 號碼 号 號 ไอดี')

export const messengerId = pattern([
  `(?<!\\p{L})${messengers}\\s*(?:${numbered}\\s*)?[:=]\\s*[@\\p{L}\\p{N}._-]{3,}`,
  `(?<![a-z])${anyOf('we-?chat weixin 微信 line ไลน์ zalo telegram skype qq viber')}\\s*${numbered}\\s*(?:[:=]\\s*)?[@a-z0-9._-]{3,}`,
  '微信\\s*[a-z][a-z0-9_-]{5,19}(?![a-z])',
  `(?:ไลน์|ไอดีไลน์|line|ติดต่อ)\\s*(?:[:=]\\s*)?@[a-z0-9._-]{3,}`,
  '(?:ไอดี\\s*ไลน์|ไลน์\\s*ไอดี|(?<!\\p{L})line\\s+id)\\s*(?:[:=–-]\\s*)?[a-z][a-z0-9._-]{3,}',
  // Those that spell the messenger otherwise give a handle with a digit: `VX` alone has other meanings.
  '(?<![a-z])(?:vx|wx|v信|加v|薇信|威信)\\s*(?:[号號]\\s*)?(?:[:=]\\s*)?(?=[a-z_-]*\\d)[a-z][a-z0-9_-]{5,19}',
  '(?:扣扣|qq(?:邮箱|郵箱|群))\\s*(?:[号號]\\s*)?(?:[:=]\\s*)?\\d{5,11}',
  // A handle. Materials are written `Fe3O4@SiO2`.
  '(?<![\\p{L}\\p{N}@.])@[a-z][a-z0-9._]{3,}',
])

/** In capitals: a line has many meanings. */
export const lineId = pattern(['(?<!\\p{L})LINE\\s*(?:(?:ID|OA)\\s*)?[:=]\\s*@?[A-Za-z0-9._-]{3,}'], 'gu')
