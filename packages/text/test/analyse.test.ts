import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, terms } from '../src/index.ts'
import { wordsOf } from './words-of.ts'

const phrases: [language: string, text: string, expected: string][] = [
  ['en', 'The farmers were drying wet paddies with husk-fired dryers', 'farmer dri wet paddi husk fire dryer'],
  ['zh', '适合山区小农户的太阳能水泵', '适合 山区 小 农户 太阳 水泵'],
  ['th', 'เครื่องกรองน้ำสำหรับชุมชนชนบทที่ใช้พลังงานแสงอาทิตย์', 'เครื่อง กรอง น้ำ ชุมชน ชนบท ใช้ พลังงาน แสง อาทิตย์'],
  ['vi', 'Hệ thống lọc nước và hoà mạng điện cho các vùng này', 'hệ thống lọc nước hòa mạng điện vùng'],
  ['lo', 'ລະບົບກອງນ້ຳສຳລັບໂຮງຮຽນ ແລະ ບ້ານ', 'ລະບົບ ກອງ ນ້ຳ ໂຮງຮຽນ ບ້ານ'],
  ['km', 'ម៉ាស៊ីនសម្ងួតស្រូវ និងតម្រងទឹក', 'ម៉ាស៊ីន សម្ងួត ស្រូវ តម្រងទឹក'],
  ['my', 'ရေတင်စက်ကို တောင်သူများအတွက် ရောင်းသည်', 'ရေတင် စက် တောင်သူ ရောင်း'],
  ['id', 'Pengering gabah untuk petani yang tidak memiliki listrik', 'ering gabah tani pilik listrik'],
]
for (const [language, text, expected] of phrases) {
  test(`a phrase in ${language} becomes its content words`, () => {
    assert.equal(wordsOf(text, language).join(' '), expected)
  })
}

test('the language is detected when it is not given', () => {
  for (const [language, text] of phrases) assert.deepEqual(terms(text), terms(text, language), language)
})

test('a region or script in the language tag changes nothing', () => {
  assert.deepEqual(terms('hoà mạng và điện', 'vi-VN'), terms('hoà mạng và điện', 'vi'))
  assert.deepEqual(terms('drying of rice', 'en-GB'), terms('drying of rice', 'en'))
})

test('names, numbers and units in Latin letters are terms in every language', () => {
  assert.deepEqual(wordsOf('200千瓦的LiFePO4电池在pH 7下工作', 'zh'), ['200', '千瓦', 'lifepo4', '电池', 'ph', '工作'])
  for (const language of ['en', 'th', 'vi', 'lo', 'km', 'my', 'id']) {
    assert.deepEqual(wordsOf('LiFePO4', language), ['lifepo4'])
    assert.deepEqual(wordsOf('200 kW', language), ['200', 'kw'])
  }
})

test('a unit written onto its number is the same as one apart, but a name such as 5G stays', () => {
  assert.deepEqual(wordsOf('200kW', 'en'), wordsOf('200 kW', 'en'))
  assert.deepEqual(wordsOf('3.5kWh', 'en'), ['3.5', 'kwh'])
  assert.deepEqual(wordsOf('5G', 'en'), ['5g'])
})

test('forms of one English word have one stem, in English text and amid other scripts', () => {
  assert.deepEqual(new Set(wordsOf('generator generators generating generated', 'en')), new Set(['generat']))
  assert.deepEqual(wordsOf('dryers', 'th'), wordsOf('dryer', 'th'))
  assert.deepEqual(wordsOf('dryers', 'id'), ['dryers'])
})

test('spellings that look the same have the same term', () => {
  const same: [string, string, string][] = [
    ['vi', 'hoà thuỷ quý', 'hòa thủy quý'],
    ['vi', 'nước'.normalize('NFD'), 'nước'.normalize('NFC')],
    ['th', 'น\u0e49\u0e4d\u0e32', 'น\u0e49\u0e33'],
    ['th', 'น\u0e4d\u0e49\u0e32', 'น\u0e49\u0e33'],
    ['lo', 'ນ\u0ecd\u0ec9\u0eb2', 'ນ\u0ec9\u0eb3'],
    ['en', 'ＡＩ ﬁlm CO₂ soft\u00adware zero\u200bwidth', 'ai film co2 software zerowidth'],
    ['km', 'តម្រង\u200bទឹក', 'តម្រងទឹក'],
  ]
  for (const [language, one, other] of same) assert.deepEqual(terms(one, language), terms(other, language), one)
})

test('function words are left out, in the language of the text only', () => {
  const nothing: [string, string][] = [
    ['en', 'It is what they will be able to do with'],
    ['zh', '这个和那些'],
    ['th', 'ที่และของใน'],
    ['vi', 'và của những các một'],
    ['lo', 'ແລະ ຂອງ ໃນ ທີ່'],
    ['km', 'និង ដែល ជា'],
    ['my', 'နှင့် သို့မဟုတ် သော'],
    ['id', 'yang dan untuk dengan tidak'],
  ]
  for (const [language, text] of nothing)
    assert.deepEqual(
      wordsOf(text, language).filter((term) => term !== 'abl'),
      [],
    )
  assert.deepEqual(wordsOf('air bagi semua', 'en'), ['air', 'bagi', 'semua'])
})

test('a single digit is no term', () => {
  assert.deepEqual(wordsOf('7 pumps, ៧ 77', 'en'), ['pump', '77'])
})

test('offsets give the surface form in the text as it was given', () => {
  const text = 'Ｗ: “Các trạm THUỶ điện\u200b…” 水泵 ที่ น้ํา'
  const surfaces = analyse(text, 'vi').map(({ start, end }) => text.slice(start, end))
  assert.deepEqual(
    ['THUỶ', 'điện', '水泵', 'น้ํา'].filter((surface) => !surfaces.includes(surface)),
    [],
  )
})
