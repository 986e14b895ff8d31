import type { Organisation } from '@techbridge/contracts'
import type { Profile, ProfileContent } from './profile.ts'

/** Something in a public text that names or reaches its owner. */
export interface Finding {
  /** Of the field in the content, such as `texts.zh.summary`. */
  path: string
  kind: 'e-mail' | 'web address' | 'telephone number' | 'messenger id' | 'organisation name'
  piece: string
  /** Where the piece begins, in characters from 1. */
  position: number
}

/** What stands before the @ is read from its beginning alone: a long text without an @ would be read again from each of its places. */
const patterns: readonly (readonly [Finding['kind'], RegExp])[] = [
  ['e-mail', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu],
  [
    'e-mail',
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{2,}\s*[([{<]\s*(?:at|@)\s*[)\]}>]\s*[\p{L}\p{N}-]+(?:\s*(?:[([{<]\s*(?:dot|\.)\s*[)\]}>]|\.)\s*[\p{L}\p{N}-]+)+/giu,
  ],
  ['e-mail', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{2,}\s+at\s+[\p{L}\p{N}-]+(?:\s+dot\s+[\p{L}\p{N}-]+)+/giu],
  ['web address', /(?:https?:\/\/|www\.)[^\s<>"'，。；、]+/giu],
  [
    'web address',
    /(?<![\p{L}\p{N}@.-])[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|info|biz|io|asia|(?:ac|co|or|go|in|edu|com|org|net|gov)\.[a-z]{2}|cn|th|vn|la|kh|mm|my|id|sg|hk|tw)(?![\p{L}\p{N}-])/giu,
  ],
  [
    'messenger id',
    /(?<!\p{L})(?:we-?chat|weixin|微信|whats-?app|zalo|telegram|viber|skype|kakao(?:talk)?|qq)\s*(?:id|no\.?|号码|号)?\s*[:：]\s*[@\p{L}\p{N}._-]{3,}/giu,
  ],
  [
    'messenger id',
    /(?<!\p{L})(?:we-?chat|weixin|微信|line|zalo|telegram|skype|qq)\s*(?:id|号码|号)\s*[:：]?\s*[@a-z0-9._-]{3,}/giu,
  ],
]

const labels =
  /(?:tel(?:ephone|epon|efon)?|phone|mobile|cell|fax|hotline|hp|电话|電話|手机|手機|联系电话|热线|传真|โทร(?:ศัพท์)?|แฟกซ์|điện thoại|đt|sđt|di động|ໂທ(?:ລະສັບ)?|ទូរស័ព្ទ|လက်ကိုင်ဖုန်း|ဖုန်း)\s*[.:：]?\s*$/iu
const digitRun = /(?<![\p{Script=Latin}\p{N}.,/])(?:\+|\()?\d[\d\s().\-–]{5,22}\d(?![\p{Script=Latin}\p{N}])/gu
const chineseMobile = /^1[3-9]\d{9}$/
const yearsOrRange = /^\d{4}\s*[-–]\s*\d{4}$/
const decimal = /^\d+\.\d+(?:\s*[-–]\s*\d+(?:\.\d+)?)?$/

/** Digits that begin as telephone numbers do, or stand behind a word for telephone. */
const isTelephone = (run: string, before: string) => {
  const digits = run.replaceAll(/\D/g, '')
  if (digits.length < 7 || digits.length > 15 || yearsOrRange.test(run) || decimal.test(run)) return false
  if (labels.test(before)) return true
  return digits.length >= 8 && (/^(?:\+|\(?\+?0\d)/.test(run) || chineseMobile.test(digits))
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()

const small = new Set(['of', 'and', 'the', 'for', 'in', 'de', 'la'])

/** The names that a text may give away: the name, the id in words, and the initials. */
const namesOf = ({ id, name }: Organisation) => {
  const words: string[] = name.match(/\p{L}[\p{L}\p{N}]*/gu) ?? []
  const initials = words
    .filter((word) => /^\p{Lu}/u.test(word) && !small.has(word.toLowerCase()))
    .map((word) => word[0])
  return { phrases: [name, id.replaceAll('-', ' ')].map(fold), initials: initials.length >= 3 ? initials.join('') : '' }
}

const nameIn = (text: string, organisation: Organisation): string | undefined => {
  const { phrases, initials } = namesOf(organisation)
  const folded = ` ${fold(text)} `
  const phrase = phrases.find(
    (one) => one.length >= 3 && folded.includes(/^[\p{Script=Latin}\p{N} ]+$/u.test(one) ? ` ${one} ` : one),
  )
  if (phrase !== undefined) return phrase
  return initials && text.split(/[^\p{L}\p{N}]+/u).includes(initials) ? initials : undefined
}

const inText = (path: string, given: string, organisation: Organisation): Finding[] => {
  // Full-width digits and letters are read as what they look like.
  const text = given.normalize('NFKC')
  const found: Finding[] = []
  const add = (kind: Finding['kind'], piece: string, index: number) => {
    const overlaps = found.some(
      ({ position, piece: other }) => index < position - 1 + other.length && position - 1 < index + piece.length,
    )
    if (!overlaps) found.push({ path, kind, piece: piece.trim(), position: index + 1 })
  }
  for (const [kind, pattern] of patterns) for (const match of text.matchAll(pattern)) add(kind, match[0], match.index)
  for (const { 0: run, index } of text.matchAll(digitRun))
    if (isTelephone(run, text.slice(Math.max(0, index - 30), index))) add('telephone number', run, index)
  const name = nameIn(text, organisation)
  if (name !== undefined) found.push({ path, kind: 'organisation name', piece: name, position: 1 })
  return found
}

/** Contact data and the organisation's own names in what everyone may read of a profile, in the order of the fields. */
export const contactDataIn = ({ texts, keywords }: ProfileContent, organisation: Organisation): Finding[] => [
  ...Object.entries(texts).flatMap(([language, { title, summary }]) => [
    ...inText(`texts.${language}.title`, title, organisation),
    ...inText(`texts.${language}.summary`, summary, organisation),
  ]),
  ...(['market', 'technology'] as const).flatMap((kind) =>
    keywords[kind].flatMap((keyword, place) => inText(`keywords.${kind}.${place}`, keyword, organisation)),
  ),
]

/** What is found in the draft and was not let pass. */
export const openFindings = ({ draft, organisation, allowed = [] }: Profile): Finding[] =>
  draft ? contactDataIn(draft, organisation).filter(({ piece }) => !allowed.includes(piece)) : []

export const describeFinding = ({ kind, piece, position }: Finding) =>
  kind === 'organisation name'
    ? `names the organisation: "${piece}"`
    : `holds ${kind === 'e-mail' ? 'an' : 'a'} ${kind} at character ${position}: "${piece}"`
