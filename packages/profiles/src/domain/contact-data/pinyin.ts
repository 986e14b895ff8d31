import { readingsOf } from '@techbridge/text'
import { latinWord } from './fold.ts'
import { type Sort, sorts } from './sorts.ts'

/** Units of a text before the word for the sort in which a name may stand. */
const mostCharacters = 16

interface Span {
  start: number
  end: number
}

/** What Chinese institutions are named by beside a place, in English and in Chinese. */
const fields = [
  ['science and technology', '理工 科技 科学技术 科學技術'],
  ['technology|technological|polytechnic', '理工 工业 工業 科技'],
  ['agricultural|agriculture', '农业 農業'],
  ['forestry', '林业 林業'],
  ['normal', '师范 師範'],
  ['medical|medicine', '医科 醫科 医学 醫學'],
  ['chinese medicine|traditional chinese medicine', '中医药 中醫藥'],
  ['finance and economics', '财经 財經'],
  ['minzu|nationalities', '民族'],
  ['foreign studies|international studies', '外国语 外國語'],
].map(([english, chinese]) => ({ english: english!.split('|'), chinese: chinese!.split(' ') }))

/** Of a name: what is written alike in letters and in Chinese, what is translated, and the sort. */
export interface Parts {
  place: string
  /** Words for the field: one must stand there. */
  fields: readonly string[]
  sort: Sort
}

/** How many characters at the end of it are read as these letters and nothing more. */
const readAs = (characters: readonly string[], letters: string): number | undefined => {
  if (letters === '') return 0
  const last = characters.at(-1)
  if (last === undefined) return undefined
  for (const reading of readingsOf(last)) {
    if (!letters.endsWith(reading)) continue
    const before = readAs(characters.slice(0, -1), letters.slice(0, -reading.length))
    if (before !== undefined) return before + 1
  }
  return undefined
}

/** `dianchi` and the Chinese words for its field, of Dianchi University of Science and Technology. */
export const partsOfLatin = (name: string): Parts | undefined => {
  for (const sort of sorts) {
    const found = sort.first.exec(name)
    if (!found || sort.inHan.length === 0) continue
    const [before, after] = [name.slice(0, found.index).trim(), name.slice(found.index + found[0].length).trim()]
    const field = fields.find(({ english }) =>
      english.some((one) => before.endsWith(` ${one}`) || after === `of ${one}` || after === one),
    )
    const named = field?.english.find((one) => before.endsWith(` ${one}`)) ?? ''
    const place = before.slice(0, before.length - named.length).replaceAll(' ', '')
    if (/^[a-z]{4,40}$/.test(place)) return { place, fields: field?.chinese ?? [], sort }
  }
  return undefined
}

/** Where a folded text has the name in Chinese: 滇池大学. */
export const inChinese = (text: string, { place, fields, sort }: Parts): Span[] =>
  sort.inHan.flatMap((word) =>
    [...text.matchAll(new RegExp(word, 'gu'))].flatMap(({ index }) => {
      const before = text.slice(Math.max(0, index - mostCharacters), index).trimEnd()
      const field = fields.find((one) => before.endsWith(one)) ?? ''
      if (fields.length > 0 && field === '') return []
      const stem = before.slice(0, before.length - field.length)
      const length = readAs([...stem], place)
      if (length === undefined || length < 2) return []
      const space = text[index - 1] === ' ' ? 1 : 0
      return [{ start: index - space - field.length - length, end: index + word.length }]
    }),
  )

/** Patterns for a Chinese name in letters: `Dianchi University`, `Đại học Dian Chi`. */
export const inLetters = (name: string): string[] => {
  const sort = sorts.find(({ inHan }) => inHan.some((end) => name.endsWith(end)))
  const end = sort?.inHan.find((one) => name.endsWith(one))
  if (!sort || !end) return []
  const before = name.slice(0, -end.length)
  const field = fields.find(({ chinese }) => chinese.some((one) => before.endsWith(one)))
  const named = field?.chinese.find((one) => before.endsWith(one)) ?? ''
  const characters = [...before.slice(0, before.length - named.length)]
  const readings = characters.map(readingsOf)
  if (characters.length < 2 || characters.length > 8 || readings.some(({ length }) => length === 0)) return []
  const place = latinWord(readings.map((some) => `(?:${some.join('|')})`).join(' ?'))
  if (!field) return [`${place} ?${sort.any}`, `${sort.any}(?: of| at| the)* ?${place}`]
  const english = `(?:${field.english.join('|')})`
  return [`${place} ${english} ?${sort.any}`, `${place} ?${sort.any} of ${english}`]
}
