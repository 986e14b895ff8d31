import { fold, word } from './fold.ts'

/** What organisations of one sort are called, in the languages of those who use this. */
const wordsOfSorts = [
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

export interface Sort {
  /** Pattern of all its words. */
  any: string
  /** Finds it in a name. */
  first: RegExp
  /** Its words in Chinese, the longest first. */
  inHan: readonly string[]
}

export const sorts: readonly Sort[] = wordsOfSorts.map((words) => {
  const oneOf = (some: readonly string[]) => `(?:${some.map(word).join('|')})`
  // A single letter shortens a word, but it stands in others too.
  return {
    any: oneOf(words),
    first: new RegExp(oneOf(words.filter(({ length }) => length > 1)), 'u'),
    inHan: words.filter((one) => /^\p{Script=Han}+$/u.test(one)),
  }
})
