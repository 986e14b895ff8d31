import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { terms } from '../src/index.ts'
import { wordsOf } from './words-of.ts'

describe('forms of one word have one term', () => {
  const forms: Record<string, readonly (readonly string[])[]> = {
    en: [
      ['fertiliser', 'fertilizer', 'fertilisers'],
      ['colour', 'color', 'colours'],
      ['fibre', 'fiber', 'fibres'],
      ['optimised', 'optimized', 'optimizing'],
      ['sulphur', 'sulfur'],
      ['aluminium', 'aluminum'],
      ['haemoglobin', 'hemoglobin'],
      ['labelled', 'labeled'],
      ['catalysed', 'catalyzed'],
    ],
    id: [['makanan', 'makan']],
    fr: [
      ['pompes', 'pompe'],
      ['solaires', 'solaire'],
    ],
    de: [['Pumpen', 'Pumpe']],
    ru: [['насосы', 'насос', 'насосов']],
    ko: [['펌프를', '펌프', '펌프는', '펌프의']],
    hi: [['पंपों', 'पंप']],
  }
  for (const [language, sets] of Object.entries(forms))
    for (const set of sets)
      test(`${language}: ${set.join(', ')}`, () => {
        for (const form of set) assert.deepEqual(wordsOf(form, language), wordsOf(set[0]!, language), form)
      })

  test('words that only look alike keep theirs', () => {
    for (const [one, other] of [
      ['rise', 'rize'],
      ['precise', 'precize'],
      ['pour', 'por'],
    ])
      assert.notDeepEqual(wordsOf(one!, 'en'), wordsOf(other!, 'en'))
  })
})

describe('what a text says is missing is another term than the thing', () => {
  const missing: [language: string, thing: string, ...without: string[]][] = [
    ['en', 'copper', 'copper-free', 'free of copper', 'without copper', 'free from copper', 'copper free alloys'],
    ['en', 'lead', 'lead-free solder', 'lead- and cadmium-free', 'free of cadmium or lead'],
    ['en', 'toxic', 'non-toxic'],
    ['zh', '铜', '无铜', '不含铜'],
    ['vi', 'đồng', 'không chứa đồng'],
    ['th', 'ทองแดง', 'ปราศจากทองแดง', 'ไม่มีทองแดง'],
    ['lo', 'ທອງແດງ', 'ປາດສະຈາກທອງແດງ', 'ບໍ່ມີທອງແດງ'],
    ['km', 'ទង់ដែង', 'គ្មានទង់ដែង'],
    ['my', 'ကြေးနီ', 'ကြေးနီမပါ', 'ကြေးနီကင်း'],
    ['id', 'tembaga', 'bebas tembaga', 'tanpa tembaga'],
    ['fr', 'cuivre', 'sans cuivre'],
    ['de', 'Kupfer', 'frei von Kupfer', 'Kupfer-frei'],
    ['ru', 'медь', 'без медь'],
  ]
  for (const [language, thing, ...without] of missing)
    for (const text of without)
      test(`${language}: ${text}`, () => {
        const said = terms(text, language)
        for (const term of terms(thing, language).filter((one) => !one.startsWith('~')))
          assert.ok(!said.includes(term), `${term} in ${said}`)
      })

  test('and is the same however it is said', () => {
    for (const text of ['free of copper', 'without copper'])
      assert.ok(terms(text, 'en').includes('not:copper') && terms('copper-free', 'en').includes('not:copper'))
  })

  test('a name with such a word in it is no negation', () => {
    assert.ok(terms('罗非鱼', 'zh').includes('concept:tilapia'))
    for (const text of ['无人机', '无线传感器', '非洲', 'wireless', 'feel free'])
      assert.ok(!terms(text).some((term) => term.includes('not')), text)
  })
})
