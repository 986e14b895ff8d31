import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerContent as contract, line, opaque, shown, text } from '@techbridge/contracts'
import { offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import { contactDataIn } from '../src/domain/contact-data/index.ts'

const organisation = {
  id: 'dianchi-university',
  name: 'Dianchi University of Science and Technology',
  country: 'CN',
  kind: 'university',
} as const
const { keywords } = offerContent()
const originalLanguage = 'en'
const found = (summary: string, of: Parameters<typeof contactDataIn>[1] = organisation) =>
  contactDataIn(
    { type: 'TO', anonymous: false, originalLanguage, texts: { en: { title: 'A title', summary } }, keywords },
    of,
  )

const contacts: [kind: string, text: string][] = [
  ['e-mail', 'Write to li.ming@dianchi.edu.cn today'],
  ['e-mail', 'ｌｉ＠ｄｉａｎｃｈｉ．ｅｄｕ．ｃｎ'],
  ['e-mail', 'somchai (at) ku.ac.th'],
  ['e-mail', 'nguyen [at] hust [dot] edu [dot] vn'],
  ['e-mail', 'info at lab dot org'],
  ['e-mail', '联系邮箱：zhang_san@126.com'],
  ['web address', 'See https://lab.example.org/drying'],
  ['web address', 'more at www.ku.ac.th'],
  ['web address', 'dianchi.edu.cn'],
  ['web address', 'our page hust.edu.vn has more'],
  ['telephone number', '电话：0871-65031234'],
  ['telephone number', '手机13800138000'],
  ['telephone number', 'Tel. +84 24 3869 4242'],
  ['telephone number', 'โทร 02-942-8200'],
  ['telephone number', 'ĐT: 0912 345 678'],
  ['telephone number', 'ໂທ: 021 770 381'],
  ['telephone number', 'ទូរស័ព្ទ 023 883 640'],
  ['telephone number', 'ဖုန်း 01-535573'],
  ['telephone number', 'Telepon (021) 7270 0011'],
  ['telephone number', '+65 6516 6666'],
  ['telephone number', '电话 ０８７１－６５０３１２３４'],
  ['messenger id', '微信：dianchi_lab'],
  ['messenger id', 'WeChat ID: dianchi2026'],
  ['messenger id', 'Line ID: @kulab'],
  ['messenger id', 'QQ号12345678'],
  ['messenger id', 'Zalo: nguyenvana'],
  ['organisation name', 'Made at Dianchi University of Science and Technology.'],
  ['organisation name', 'A DIANCHI UNIVERSITY project'],
  ['organisation name', 'Developed by DUST in 2024'],
]

describe('contact data is found in every public text that people write', () => {
  const content = offerContent()
  const write = 'Write to li.ming@dianchi.edu.cn'
  const pathsOf = (...given: Parameters<typeof contactDataIn>) => contactDataIn(...given).map(({ path }) => path)

  test('as the contract declares them', () => {
    const [language = ''] = Object.keys(content.texts)
    const texts = { [language]: { ...content.texts[language]!, title: write, summary: write, description: write } }
    const given = { ...content, texts, keywords: { market: [write], technology: ['drying', write] } }
    assert.deepEqual(pathsOf(given, organisation).sort(), [
      'keywords.market.0',
      'keywords.technology.1',
      `texts.${language}.summary`,
      `texts.${language}.title`,
    ])
  })

  test('also in a field that is declared later', () => {
    const planted = contract.extend({
      slogan: shown('public', line(200)),
      notes: shown('public', text(200).array()),
      internal: shown('details', line(200)),
      reference: shown('public', opaque(200)),
    })
    const given = { ...content, slogan: write, notes: ['none', write], internal: write, reference: write }
    assert.deepEqual(pathsOf(given, organisation, planted), ['slogan', 'notes.1'])
    assert.deepEqual(pathsOf(given, organisation), [])
  })
})

describe('contact data is found', () => {
  for (const [kind, text] of contacts)
    test(text, () => assert.deepEqual([...new Set(found(text).map((finding) => finding.kind))], [kind]))

  test('by names in other scripts', () => {
    const of = { ...organisation, id: 'dc', name: '滇池大学' }
    assert.equal(found('由滇池大学研制的烘干机', of)[0]?.kind, 'organisation name')
    const hanoi = { ...organisation, id: 'hust', name: 'Đại học Bách khoa Hà Nội' }
    assert.equal(found('Sản phẩm của Đại học Bách Khoa Hà Nội', hanoi)[0]?.kind, 'organisation name')
  })

  const dianchi = { ...organisation, name: 'Dianchi University' }
  const named = (name: string, otherNames?: string[]) => ({ ...organisation, id: 'x1', name, otherNames })
  for (const [of, text, piece] of [
    [dianchi, '本技术由云南滇池大学研制，可用于烘干。', '滇池大学'],
    [dianchi, '滇池 大學的烘干机', '滇池 大學'],
    [dianchi, 'Máy sấy của Đại học Dianchi', 'Đại học Dianchi'],
    [dianchi, 'เครื่องอบแห้งของมหาวิทยาลัย Dianchi', 'มหาวิทยาลัย Dianchi'],
    [named('滇池大学'), 'A dryer of Dian Chi University', 'Dian Chi University'],
    [named('滇池大学'), 'Universitas Dianchi', 'Universitas Dianchi'],
    [
      named('昆明理工大学'),
      'Kunming University of Science and Technology',
      'Kunming University of Science and Technology',
    ],
    [named('Kunming University of Science and Technology'), '昆明理工大学', '昆明理工大学'],
    [named('Yunnan Agricultural University'), '云南农业大学研制', '云南农业大学'],
    [named('Xiamen University'), '厦门大学', '厦门大学'],
    [named('Lüliang University'), '吕梁大学', '吕梁大学'],
    [named('Shanghai Jiao Tong University'), '上海交通大学', '上海交通大学'],
    [named('Chongqing Institute of Technology'), '重庆理工学院', '重庆理工学院'],
    [named('Chulalongkorn University', ['จุฬาลงกรณ์มหาวิทยาลัย']), 'โดยจุฬาลงกรณ์มหาวิทยาลัยในปี 2567', 'จุฬาลงกรณ์มหาวิทยาลัย'],
  ] as const)
    test(`by the name in another script: ${text}`, () =>
      assert.deepEqual(
        found(text, of).map((finding) => [finding.kind, finding.piece]),
        [['organisation name', piece]],
      ))

  test('in every public field, with its place', () => {
    const text = { title: 'Ask a@b.org', summary: 'or c@d.org', description: 'hidden@e.org' }
    const content = offerContent({
      texts: { en: text, vi: { ...text, title: 'Hỏi f@g.org' } },
      keywords: { market: ['h@i.org'], technology: [] },
    })
    assert.deepEqual(
      contactDataIn(content, organisation).map(({ path, position, piece }) => [path, position, piece]),
      [
        ['keywords.market.0', 1, 'h@i.org'],
        ['texts.en.title', 5, 'a@b.org'],
        ['texts.en.summary', 4, 'c@d.org'],
        ['texts.vi.title', 5, 'f@g.org'],
        ['texts.vi.summary', 4, 'c@d.org'],
      ],
    )
  })
})

describe('what is no contact data is left alone', () => {
  const others = [
    'Dianchi University',
    'Yunnan Agricultural University',
    '昆明理工大学',
    'Xian Institute',
    'Peking Company',
  ]
  for (const text of [
    '与云南省的大学合作，示范推广一百亩，电池容量保持率百分之九十。',
    '滇池水质改善，滇池流域的大学和研究所参加了试验。',
    '云南大学、昆明大学与云南师范大学的研究',
    'Batteries were tested at a university in Kunming, near Lake Dianchi.',
    'Trường đại học ở Côn Minh và viện nghiên cứu tại Hà Nội đã thử nghiệm.',
    'มหาวิทยาลัยในยูนนานและสถาบันวิจัยทดสอบเครื่องอบแห้ง',
    'ມະຫາວິທະຍາໄລ ແລະ ສະຖາບັນ ທົດລອງ ເຄື່ອງອົບແຫ້ງ',
    'សាកលវិទ្យាល័យ និង ក្រុមហ៊ុន បានសាកល្បង',
    'တက္ကသိုလ်နှင့် ကုမ္ပဏီများ စမ်းသပ်ခဲ့သည်',
    'Universitas dan perusahaan di Yunnan menguji mesin pengering.',
  ])
    test(text, () => {
      for (const name of others) assert.deepEqual(found(text, { ...organisation, id: 'x1', name }), [])
    })

  for (const text of [
    'Patent CN202310123456.7 and ZL 2023 1 0123456.7, WO2023/123456',
    'Yields of 12 500 000 kg in 2019-2024 at 35-40 °C',
    '0.00012345 mol, 0.5-1.2 mm, 1,234,567 units',
    'Trials 2021 - 2023, 10 000 000 seedlings, ISO 9001:2015',
    'IPC A01G9/24, C02F 1/44; TRL 6; pH 6.5-7.5',
    'E.coli and B.subtilis at 37 °C, line speed 12000 m/h',
    'Waste line: drying, milling and packing',
    '含水率由25%降至14%，日处理10000000粒',
    'ประหยัดน้ำ 60% ใน 3 ฤดู',
    'A university of science with dust filters',
  ])
    test(text, () => assert.deepEqual(found(text), []))
})

test('any text is read in bounded time and never fails', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void found(text)))
  for (const worst of [
    '1 '.repeat(250),
    '@'.repeat(500),
    'a.'.repeat(250),
    '(at)'.repeat(125),
    'www.'.repeat(125),
    ' at a dot'.repeat(55),
    '大学'.repeat(250),
    '滇池大学'.repeat(125),
  ])
    found(worst.slice(0, 500))
})

// One sign may stand for six letters, so that what is searched is longer than what was written. Quadratic time would be minutes here.
test('a text of nothing but what may stand before an @ is read once', () => {
  for (const piece of ['a', '.', '㌖', 'ก', '1']) assert.deepEqual(found(piece.repeat(300_000)), [])
})

test('words for a number, however often, are read once', () => {
  const summary = `A patent ${'no. '.repeat(100)}`
  assert.deepEqual(found(`${summary}x`), [])
  const content = {
    type: 'TO',
    anonymous: true,
    originalLanguage,
    texts: { en: { title: 'A title', summary: `${summary}1234567` } },
    keywords,
  } as const
  assert.deepEqual(
    contactDataIn(content, organisation).map(({ piece }) => piece),
    ['1234567'],
  )
})
