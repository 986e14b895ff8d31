import type { Organisation } from '@techbridge/contracts'

/** What is left of one character when case, marks, punctuation and symbols do not count. */
const foldOne = (character: string) =>
  character
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, ' ')

interface Folded {
  text: string
  /** Where each character of it begins in what was folded. */
  places: number[]
}

/** Leaves no two spaces together. */
const foldWithPlaces = (given: string): Folded => {
  const places: number[] = []
  let text = ''
  let place = 0
  for (const character of given) {
    for (const unit of foldOne(character)) {
      if (unit === ' ' && text.endsWith(' ')) continue
      text += unit
      for (let n = 0; n < unit.length; n++) places.push(place)
    }
    place += character.length
  }
  return { text, places: [...places, place] }
}

const fold = (text: string) => foldWithPlaces(text).text.trim()

/** What organisations of one sort are called, in the languages of those who use this. */
const sorts = [
  'university univ uni 大学 大學 มหาวิทยาลัย ม đại_học đh universitas ມະຫາວິທະຍາໄລ សាកលវិទ្យាល័យ တက္ကသိုလ် विश्वविद्यालय',
  'institute inst institut 研究所 研究院 学院 學院 科学院 สถาบัน วิทยาลัย college academy polytechnic politeknik viện học_viện ສະຖາບັນ វិទ្យាស្ថាន အင်စတီကျု သုတေသနဌာန संस्थान',
  'laboratory lab labs 实验室 實驗室 centre center 中心 ห้องปฏิบัติการ ศูนย์ phòng_thí_nghiệm trung_tâm pusat balai ສູນ មជ្ឈមណ្ឌល केंद्र',
  'company co corp corporation inc ltd limited group 公司 有限公司 集团 集團 บริษัท công_ty tập_đoàn pt cv ບໍລິສັດ ក្រុមហ៊ុន ကုမ္ပဏီ कंपनी',
].map((words) =>
  words
    .split(' ')
    .map((one) => fold(one.replaceAll('_', ' ')))
    .sort((one, other) => other.length - one.length),
)

const isLatin = (text: string) => /^[\p{Script=Latin}\p{N} ]+$/u.test(text)

/** Latin words are found as whole words, others anywhere: most of their scripts have no spaces. */
const word = (text: string) => (isLatin(text) ? `(?<!\\p{Script=Latin})${text}(?!\\p{Script=Latin})` : text)

const sortPatterns = sorts.map((words) => {
  const oneOf = (some: readonly string[]) => `(?:${some.map(word).join('|')})`
  // A single letter shortens a word, but it stands in others too.
  return { any: oneOf(words), first: new RegExp(oneOf(words.filter(({ length }) => length > 1)), 'u') }
})

const small = new Set(['of', 'and', 'the', 'for', 'in', 'de', 'la'])

/** What tells the organisation from others of its sort, and the pattern for the sort: `dianchi` of Dianchi University. */
const characteristic = (name: string): { core: string; sort: string } | undefined => {
  for (const { first, any } of sortPatterns) {
    const found = first.exec(name)
    if (!found) continue
    const before = name.slice(0, found.index).trim()
    const core = before || name.slice(found.index + found[0].length).replace(/^ ?(?:of |de )?/, '')
    if (core.length >= (isLatin(core) ? 4 : 2)) return { core, sort: any }
  }
  return undefined
}

/** The name, and with the word for its sort in another language or shortened: Dianchi Univ., มหาวิทยาลัย Dianchi. */
const variantsOf = (name: string): string[] => {
  const found = characteristic(name)
  const itself = name.length >= 3 ? [word(name)] : []
  if (!found) return itself
  const core = word(found.core)
  return [...itself, `${found.sort}(?: of| at| the)* ?${core}`, `${core} ?${found.sort}`]
}

/** Initials in capitals: of all words, and without the small ones. */
const initialsOf = (name: string): string[] => {
  const words: string[] = name.match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
  const of = (some: readonly string[]) => some.map(([first]) => first!.toUpperCase()).join('')
  const large = words.filter((one) => /^\p{Lu}/u.test(one) && !small.has(one.toLowerCase()))
  const all = words.every((one) => /^\p{Script=Latin}/u.test(one))
    ? words.filter((one) => !small.has(one.toLowerCase()))
    : []
  return [...new Set([of(large), of(all)])].filter((initials) => initials.length >= 3)
}

/** 云南农业大学 is called 云农大 or 云南农大, 昆明理工大学 昆工大; 云南农业大 would be the name, cut off. */
const shortOfHan = (name: string): string[] => {
  const [, core] = /^(\p{Script=Han}{2,8})大学$/u.exec(name) ?? []
  if (!core) return []
  const [first, ...rest] = core
  const some = rest.map((one) => `${one}?`).join('')
  return [`(?!${core})${first}${rest.length > 1 ? `(?=[${rest.join('')}])` : ''}${some}大(?!学)`]
}

interface Names {
  /** In a folded text. */
  full: RegExp
  /** In the text as it is. */
  short: RegExp
}

const anyOf = (patterns: readonly string[]) => new RegExp(patterns.join('|') || '(?!)', 'gu')

const readNames = ({ id, name }: Organisation): Names => ({
  full: anyOf([name, id.replaceAll('-', ' ')].map(fold).flatMap(variantsOf)),
  short: anyOf([
    ...shortOfHan(name),
    ...initialsOf(name.normalize('NFKC')).map((initials) => `(?<![\\p{L}\\p{N}])${initials}(?![\\p{L}\\p{N}])`),
  ]),
})

/** Profiles are looked at often, of few organisations at a time. */
const kept = new Map<string, Names>()
const mostKept = 200

const namesOf = (organisation: Organisation): Names => {
  const key = `${organisation.id}\n${organisation.name}`
  const names = kept.get(key) ?? readNames(organisation)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, names)
  return names
}

/** The organisation's names in the text: its name, its id, both in another form, or the initials. */
export const namesIn = (text: string, organisation: Organisation): { piece: string; index: number }[] => {
  const { full, short } = namesOf(organisation)
  const folded = foldWithPlaces(text)
  const whole = [...folded.text.matchAll(full)].map(({ 0: found, index }) => {
    const start = folded.places[index]!
    return { piece: text.slice(start, folded.places[index + found.length]), index: start }
  })
  return [...whole, ...[...text.matchAll(short)].map(({ 0: piece, index }) => ({ piece, index }))]
}
