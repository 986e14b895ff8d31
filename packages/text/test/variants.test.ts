import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fold } from '../src/fold.ts'
import { analyse, terms } from '../src/index.ts'

/** What people type, and the same as it should be. */
const same: Record<string, readonly [language: string, canonical: string, ...variants: string[]][]> = {
  'Traditional Chinese, by terms': [
    ['zh', '太阳能水泵', '太陽能水泵'],
    ['zh', '软件的信号', '軟體的訊號'],
    ['zh', '互联网信息', '網際網路資訊'],
    ['zh', '干燥与头发', '乾燥與頭髮'],
    ['zh', '激光 硬盘 打印', '雷射 硬碟 列印'],
  ],
  Zawgyi: [
    ['my', 'လူ့အခွင့်ရေးများကို', 'လူ႔အခြင့္ေရးမ်ားကို'],
    ['my', 'မြန်မာနိုင်ငံ', 'ျမန္မာႏိုင္ငံ'],
  ],
  'Burmese order and look-alikes': [
    ['my', 'မြန်မာ', 'မြန်မာ'],
    ['my', 'နို့', 'န\u102f\u102d\u1037', 'န\u1037\u102d\u102f', 'နို\u102f့'],
    ['my', 'ဝယ်', '\u1040ယ်'.replace('\u1040ယ်', 'ဝယ\u103a\u103a')],
    ['my', 'ဉာဏ်', '\u1025\u102cဏ်'],
    ['my', 'ရေတွင်း', '\u1047ေတွင်း'],
  ],
  'Khmer order and look-alikes': [
    ['km', 'ស្រូវ', 'ស\u17d2\u179a\u17bcវ', 'ស\u17bc\u17d2\u179aវ'],
    ['km', 'កើត', 'ក\u17c1\u17b8ត'],
    ['km', 'កោះ', 'ក\u17c1\u17b6\u17c7'],
    ['km', 'សម្តេច', 'សម\u17d2\u178aេច'],
    ['km', 'ឱកាស', 'ឲកាស'],
    ['km', 'ស្ត្រី', 'ស\u17d2\u179a\u17d2\u178fី'],
  ],
  'Thai typing': [
    ['th', 'แสงแดด', 'เเสงเเดด'],
    ['th', 'น้ำ', 'น\u0e49\u0e4d\u0e32', 'น\u0e4d\u0e49\u0e32', 'น\u0e33\u0e49', 'น\u0e49\u0e49\u0e33'],
    ['th', 'ที่ดิน', 'ท\u0e48\u0e35ดิน', 'ท\u0e35\u0e35\u0e48ดิน'],
    ['th', 'ลึก', 'ล\u0e34\u0e4dก'],
    ['th', 'ปลา', 'ปล\u0e45'],
  ],
  'Lao typing': [
    ['lo', 'ແມງ', 'ເເມງ'],
    ['lo', 'ນ້ຳ', 'ນ\u0ec9\u0ecd\u0eb2', 'ນ\u0ecd\u0ec9\u0eb2', 'ນ\u0eb3\u0ec9'],
    ['lo', 'ໜ້າ ໝາກ', 'ຫນ້າ ຫມາກ'],
    ['lo', 'ຫຼັກສູດ', 'ຫລັກສູດ'],
  ],
  'forms of characters': [
    ['en', 'ai film co2', 'ＡＩ ﬁlm CO₂', 'ai ﬁlm co2'],
    ['en', 'H2O', 'H₂O', 'Ｈ２Ｏ'],
    ['en', '10^6 10^-3', '10⁶ 10⁻³', '１０⁶ 10^-3', '10^+6 10⁻³'],
  ],
}
for (const [what, rows] of Object.entries(same))
  describe(what, () => {
    for (const [language, canonical, ...variants] of rows)
      test(canonical, () => {
        assert.ok(terms(canonical, language).length > 0)
        for (const variant of variants) {
          assert.deepEqual(terms(variant, language), terms(canonical, language), variant)
          assert.deepEqual(terms(variant), terms(canonical), `${variant}, of no known language`)
        }
      })
  })

test('an exponent is not a digit, and keeps its sign', () => {
  const numbers = ['10⁶', '106', '10⁻⁶', '10', '10⁵'].map((number) => terms(number, 'en').join(' '))
  assert.equal(new Set(numbers).size, numbers.length)
  assert.deepEqual(terms('10⁶', 'en'), ['10^6'])
})

test('offsets of folded text lead to what was typed', () => {
  for (const text of ['用軟體管理網際網路', 'ျမန္မာႏိုင္ငံ ႏွင့္ ထိုင္းႏိုင္ငံ', 'เเสงเเดดและน\u0e33\u0e49', 'ក\u17c1\u17b8ត']) {
    const tokens = analyse(text)
    assert.ok(tokens.length > 0)
    for (const { start, end } of tokens) assert.ok(start < end && end <= text.length)
  }
  const [software] = analyse('用網際網路軟體').filter(({ term }) => term === '软件')
  assert.deepEqual([software?.start, software?.end], [5, 7])
})

const scripts = {
  thai: [
    'ก',
    'น',
    'เ',
    'แ',
    '\u0e31',
    '\u0e34',
    '\u0e35',
    '\u0e38',
    '\u0e48',
    '\u0e49',
    '\u0e4c',
    '\u0e4d',
    '\u0e32',
    '\u0e33',
    '\u0e45',
    'ฤ',
  ],
  lao: [
    'ກ',
    'ຫ',
    'ນ',
    'ລ',
    'ເ',
    'ແ',
    '\u0eb1',
    '\u0eb4',
    '\u0eb5',
    '\u0ec8',
    '\u0ec9',
    '\u0ecd',
    '\u0eb2',
    '\u0eb3',
    '\u0ebc',
  ],
  khmer: [
    'ក',
    'ត',
    'ដ',
    'រ',
    '\u17d2',
    '\u17c1',
    '\u17b8',
    '\u17b6',
    '\u17bb',
    '\u17c4',
    '\u17c9',
    '\u17cc',
    '\u17c6',
    '\u17c7',
    '\u17b2',
    '\u17a4',
  ],
  burmese: [
    'က',
    'င',
    'ဥ',
    'သ',
    '\u1039',
    '\u103a',
    '\u103b',
    '\u103c',
    '\u1031',
    '\u102d',
    '\u102f',
    '\u102c',
    '\u1037',
    '\u1040',
    '\u1047',
  ],
  han: ['軟', '體', '網', '際', '路', '干', '乾', '发', '髮', '發', '里', '裡', '台', '臺', '\ud842', '\udfb7'],
  latin: ['a', 'İ', 'ﬁ', '１', '⁶', '⁻', '2', '^', '-', '\u0301', '\u200b', ' ', '\ud83d', '\ude00', 'Ｋ', '%'],
}
const inOneScript = fc.oneof(
  ...Object.values(scripts).map((letters) =>
    fc.array(fc.constantFrom(...letters), { maxLength: 24 }).map((list) => letters[0] + list.join('')),
  ),
)

test('a folded text folds to itself', () => {
  fc.assert(
    fc.property(inOneScript, (text) => {
      const { text: once } = fold(text)
      assert.equal(fold(once).text, once)
    }),
    { numRuns: 5000 },
  )
})

test('marks typed in any order and more than once give the same terms', () => {
  const syllables: readonly [base: string, marks: readonly string[]][] = [
    ['ก', ['\u0e35', '\u0e48']],
    ['ນ', ['\u0eb5', '\u0ec9']],
    ['ក', ['\u17d2\u179a', '\u17d2\u179f', '\u17c1', '\u17c6']],
    ['က', ['\u103b', '\u103d', '\u102d', '\u102f', '\u1037']],
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...syllables).chain(([base, marks]) =>
        fc.tuple(
          fc.constant(base + marks.join('')),
          fc
            .shuffledSubarray([...marks, ...marks], { minLength: marks.length * 2 })
            .map((list) => base + list.join('')),
        ),
      ),
      // Amid other words, as a lone heap of marks may be in any encoding.
      ([canonical, typed]) => {
        const written = (syllable: string) => fold(`မြန်မာနိုင်ငံတွင် ${syllable}`).text
        assert.equal(written(typed), written(canonical))
      },
    ),
    { numRuns: 1000 },
  )
})

test('every string has terms, lone surrogates and heaps of marks among them', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  const mixed = fc.array(fc.constantFrom(...Object.values(scripts).flat()), { maxLength: 40 })
  fc.assert(
    fc.property(
      fc.oneof(
        units.map((list) => String.fromCharCode(...list)),
        mixed.map((list) => list.join('')),
      ),
      (text) => {
        for (const { term, start, end } of analyse(text)) {
          assert.match(term, /^\S+$/)
          assert.ok(start < end && end <= text.length)
        }
      },
    ),
    { numRuns: 3000 },
  )
})
