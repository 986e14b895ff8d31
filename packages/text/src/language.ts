import { fold } from './fold.ts'
import { primaryLanguage } from './language-tags.ts'
import { stopWords } from './stopwords.ts'
import { mayBeVietnamese } from './vietnamese.ts'

/** More text would not improve the result. */
const sample = 4000

const scripts: [string, RegExp][] = [
  ['th', /\p{Script=Thai}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['latin', /\p{Script=Latin}/gu],
]

/** Letters that Vietnamese has and its neighbours do not. */
const vietnamese = /[ăđơưảạấầẩẫậắằẳẵặẻẽẹếềểễệỉĩịỏọốồổỗộớờởỡợủũụứừửữựỷỹỵ]/

/** BCP 47 tag of the language that most of the text is in: en zh th vi lo km my id ja ko, or `und`. */
export const detectLanguage = (text: string): string => {
  const { text: folded } = fold(text.slice(0, sample))
  const count = Object.fromEntries(scripts.map(([tag, letters]) => [tag, folded.match(letters)?.length ?? 0]))
  // Japanese and Korean mix Han with their own letters, Chinese has none of those.
  if (count.ja! * 10 >= count.zh!) count.ja! += count.zh!
  if (count.ko! * 10 >= count.zh!) count.ko! += count.zh!
  // Names and units stand in Latin letters in every language: four of them weigh as much as one of another script.
  count.latin! /= 4
  const [tag, most] = Object.entries(count).reduce((best, next) => (next[1] > best[1] ? next : best))
  if (most === 0) return 'und'
  return tag === 'latin' ? toldApart(folded) : tag
}

const toldApart = (folded: string): string => {
  const found = folded.match(/[\p{L}\p{M}']+/gu) ?? []
  const share = (test: (word: string) => boolean) => found.filter(test).length / found.length
  if (share((word) => vietnamese.test(word)) > 0.2) return 'vi'
  if (mayBeVietnamese(found)) return 'vi'
  const en = share((word) => stopWords.en.has(word))
  const id = share((word) => stopWords.id.has(word))
  if (Math.max(en, id) < 0.1 || en === id) return 'und'
  return en > id ? 'en' : 'id'
}

/** The language of the words in Latin letters in a text of this language. Amid Thai or Chinese they are English, as a rule. */
export const latinLanguage = (language: string): 'en' | 'vi' | 'id' => {
  const primary = primaryLanguage(language)
  return primary === 'vi' || primary === 'id' ? primary : 'en'
}
