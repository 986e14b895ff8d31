import { fold, isLatin, word } from './fold.ts'

/** What organisations of one sort are called, in the languages of those who use this. */
const wordsOfSorts = [
  'university univ uni universitat universite universiti universidad universita 대학교 大学 大學 มหาวิทยาลัย ม đại_học đh universitas ມະຫາວິທະຍາໄລ សាកលវិទ្យាល័យ တက္ကသိုလ် विश्वविद्यालय',
  'institute inst institut instituto 연구소 연구원 研究所 研究院 学院 學院 科学院 สถาบัน วิทยาลัย college academy polytechnic politeknik viện học_viện ສະຖາບັນ វិទ្យាស្ថាន အင်စတီကျု သုတေသနဌာန संस्थान',
  'laboratory lab labs 实验室 實驗室 centre center 中心 ห้องปฏิบัติการ ศูนย์ phòng_thí_nghiệm trung_tâm pusat balai ສູນ មជ្ឈមណ្ឌល केंद्र',
  'company co corp corporation inc ltd limited llc plc gmbh jsc group 株式会社 주식회사 公司 有限公司 集团 集團 บริษัท บมจ หจก công_ty tập_đoàn pt cv ບໍລິສັດ ក្រុមហ៊ុន ကုမ္ပဏီ कंपनी',
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

/** Legal forms and words for trades: they do not tell one company from others. */
const forms = new Set(
  'company co corporation corp inc ltd limited llc plc gmbh jsc pte pty sdn bhd group holding holdings public international technology technologies tech industry industries enterprise enterprises engineering solutions systems trading pt cv tbk persero công ty cổ phần tnhh mtv cp tập đoàn thương mại sản xuất dịch vụ'
    .split(' ')
    .map(fold),
)
const oneOf = (words: string) => `(?:${words.split(' ').map(fold).join('|')})`
/** Where words are not set apart. */
const formsAround = new RegExp(
  `^\\p{Script=Han}{2,3}[省市县縣](?=\\p{Script=Han}{3})|^${oneOf('บริษัท บมจ หจก ບໍລິສັດ ក្រុមហ៊ុន')} ?|(?: ?${oneOf('จำกัด มหาชน ຈຳກັດ ကုမ္ပဏီ လီမိတက် 股份 有限 责任 責任 总 集团 集團 控股 技术 技術 科技 实业 實業 工业 工業 贸易 貿易 公司 株式会社 주식회사')})+$`,
  'gu',
)

/** What a company is called in daily speech, of its folded name: `huawei`, `mekong agro`, `华为`; `undefined` when it is no company. */
export const coreOfCompany = (name: string): string | undefined => {
  if (!sorts.at(-1)?.first.test(name)) return undefined
  const words = name.split(' ').filter((one) => !forms.has(one))
  const core = words.join(' ').replaceAll(formsAround, '').trim()
  return core !== name && core.length >= (isLatin(core) ? 5 : 2) ? core : undefined
}
