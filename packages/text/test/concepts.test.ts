import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concepts, isConcept, terms } from '../src/index.ts'

const found = (text: string, language?: string) =>
  concepts(text, language).map(({ term }) => term.slice('concept:'.length))

const parallel: [concept: string, texts: Record<string, string>][] = [
  [
    'dengue',
    {
      en: 'A test for dengue fever that village nurses can use',
      zh: '乡村护士可以使用的登革热检测',
      th: 'ชุดทดสอบไข้เลือดออกสำหรับพยาบาลในหมู่บ้าน',
      vi: 'Bộ kiểm tra sốt xuất huyết cho y tá ở làng',
      lo: 'ການກວດໄຂ້ຍຸງລາຍສຳລັບບ້ານ',
      km: 'ការធ្វើតេស្តជំងឺគ្រុនឈាមនៅក្នុងភូមិ',
      my: 'ကျေးရွာများအတွက် သွေးလွန်တုပ်ကွေး စမ်းသပ်ကိရိယာ',
      id: 'Alat pemeriksaan demam berdarah untuk perawat desa',
    },
  ],
  [
    'drinking-water',
    {
      en: 'Households lack drinking water in the dry season',
      zh: '旱季家庭缺乏饮用水',
      th: 'ครัวเรือนขาดแคลนน้ำดื่มในหน้าแล้ง',
      vi: 'Các hộ thiếu nước sạch vào mùa khô',
      lo: 'ຄອບຄົວຂາດນ້ຳດື່ມໃນລະດູແລ້ງ',
      km: 'គ្រួសារខ្វះទឹកស្អាតនៅរដូវប្រាំង',
      my: 'နွေရာသီတွင် သောက်ရေ ရှားပါးသည်',
      id: 'Rumah tangga kekurangan air minum pada musim kemarau',
    },
  ],
  [
    'drone',
    {
      en: 'Drones count the trees',
      zh: '用无人机清点树木',
      th: 'ใช้โดรนนับต้นไม้',
      vi: 'Dùng máy bay không người lái để đếm cây',
      lo: 'ໃຊ້ໂດຣນນັບຕົ້ນໄມ້',
      km: 'ប្រើដ្រូនរាប់ដើមឈើ',
      my: 'ဒရုန်းဖြင့် သစ်ပင်ရေတွက်သည်',
      id: 'Menghitung pohon dengan pesawat nirawak',
    },
  ],
  [
    'pump',
    {
      en: 'Pumps for deep wells',
      zh: '深井用的水泵',
      th: 'เครื่องสูบน้ำสำหรับบ่อลึก',
      vi: 'Máy bơm cho giếng sâu',
      lo: 'ຈັກສູບນ້ຳສຳລັບນ້ຳສ້າງ',
      km: 'ម៉ាស៊ីនបូមទឹកសម្រាប់អណ្តូងជ្រៅ',
      my: 'ရေတွင်းနက်အတွက် ရေတင်စက်',
      id: 'Pompa untuk sumur dalam',
    },
  ],
]
for (const [concept, texts] of parallel) {
  test(`sentences on one subject share the concept ${concept} in all languages`, () => {
    assert.equal(Object.keys(texts).length, 8)
    for (const [language, text] of Object.entries(texts)) {
      assert.ok(found(text, language).includes(concept), `${language}: ${found(text, language)}`)
    }
  })
}

test('the longest name is found first, and the shorter one inside it is not', () => {
  assert.deepEqual(found('waste water treatment', 'en'), ['wastewater-treatment', 'wastewater'])
  assert.deepEqual(found('heat stroke', 'en'), ['heat-stroke'])
  assert.ok(!found('xử lý nước thải', 'vi').includes('water-treatment'))
  assert.ok(!found('pengolahan air limbah', 'id').includes('water-treatment'))
  assert.ok(!found('电解液', 'zh').includes('electrolysis'))
  assert.ok(!found('ການບຳບັດນ້ຳເສຍ', 'lo').includes('water-treatment'))
})

test('a word of a proper name is none, but one of a title is', () => {
  const none = 'The firm from Silicon Valley was sold to a group of investors yesterday'
  assert.deepEqual(found(none, 'en'), [])
  assert.deepEqual(found('A Robot for Silicon Wafers', 'en'), ['robot', 'silicon'])
  assert.deepEqual(found('Silicon was sold to a group of investors yesterday', 'en'), ['silicon'])
})

test('names that overlap are both found', () => {
  assert.deepEqual(found('a lack of drinking water treatment', 'en'), ['drinking-water', 'water-treatment'])
  assert.ok(found('ครัวเรือนขาดแคลนน้ำดื่ม', 'th').includes('drinking-water'))
  assert.ok(found('thiếu nước sạch', 'vi').includes('drinking-water'))
})

test('a concept comes with its broader ones, all at the place of the name', () => {
  const text = 'a portable micro-hydro'
  const tokens = concepts(text, 'en')
  assert.deepEqual(
    tokens.map(({ term }) => term),
    ['concept:small-hydropower', 'concept:hydropower', 'concept:renewable-energy'],
  )
  for (const { start, end } of tokens) assert.equal(text.slice(start, end), 'micro-hydro')
})

test('a word that only has the stem of a name is none', () => {
  const texts: [language: string, concept: string, text: string][] = [
    ['en', 'clinic', 'Clinical proof'],
    ['en', 'textile', 'We fabricated a chip; fabrication took a day'],
    ['en', 'forecast', 'to predict strength'],
    ['en', 'vaccine', 'the immune system'],
    ['en', 'training', 'a train of pulses'],
    ['en', 'battery', 'the accumulation of errors'],
    ['en', 'plastic', 'the plasticity of metals'],
    ['en', 'supply-chain', 'a logistic regression'],
    ['en', 'sewage', 'hand sanitizer'],
    ['en', 'ice', 'icing of wings'],
    ['en', 'weather', 'a weathered stone'],
    ['en', 'extraction', 'Extract the archive'],
    ['id', 'pump', 'memompakan semangat'],
    ['vi', 'pump', 'bom'],
  ]
  for (const [language, concept, text] of texts) assert.ok(!found(text, language).includes(concept), text)
})

test('regular forms of a name are found: plural, both spellings, a prefix joined or apart, an article', () => {
  const forms: [language: string, concept: string, texts: string[]][] = [
    ['en', 'battery', ['battery', 'Batteries', "the battery's", "batteries'"]],
    ['en', 'fish-disease', ['fish diseases']],
    ['en', 'point-of-care', ['points of care']],
    ['en', 'black-soldier-fly', ['soldier fly larvae', 'black soldier flies']],
    ['en', 'microorganism', ['bacterium', 'bacteria', 'micro-organisms', 'micro organism']],
    ['en', 'sterilisation', ['sterilisation', 'sterilization']],
    ['en', 'composite-material', ['carbon fibre', 'carbon fibers', 'fiber-reinforced']],
    ['en', 'hydrogen-sulphide', ['hydrogen sulfide', 'hydrogen sulphides']],
    ['en', 'microgrid', ['microgrids', 'micro-grid', 'micro grids']],
    ['en', 'electric-vehicle', ['EV', 'EVs']],
    ['id', 'pump', ['pompa', 'pompanya', 'pompa-pompa', 'pompa airnya']],
    ['vi', 'hydropower', ['thủy điện', 'thuỷ điện', 'Thuỷ Điện']],
  ]
  for (const [language, concept, texts] of forms) {
    for (const text of texts) assert.ok(found(text, language).includes(concept), `${text}: ${found(text, language)}`)
  }
})

test('a concept is not more than it names', () => {
  const pairs: [text: string, broader: string][] = [
    ['X-ray', 'diagnosis'],
    ['X-ray', 'medical-imaging'],
    ['MRI', 'diagnosis'],
    ['PCR', 'diagnosis'],
    ['image processing', 'artificial-intelligence'],
    ['computer vision', 'artificial-intelligence'],
    ['coal', 'fuel'],
    ['biomass', 'renewable-energy'],
    ['refrigeration', 'cold-chain'],
    ['quarantine', 'export'],
  ]
  for (const [text, broader] of pairs) assert.ok(!found(text, 'en').includes(broader), `${text}: ${broader}`)
})

test('names inside longer words are not found', () => {
  const pairs: [language: string, concept: string, phrase: string, inside: string][] = [
    ['en', 'pump', 'pumps', 'pumpkins'],
    ['en', 'gene', 'genes', 'generous'],
    ['vi', 'pump', 'bơm', 'bơmm'],
    ['zh', 'ammonia', '氨', '氨基酸饲料'],
    ['zh', 'gasification', '气化', '农村电气化铁路'],
    ['th', 'infectious-disease', 'โรคติดต่อ', 'โรคติดต่อ์'],
    ['zh', 'chlorine', '氯', '氯化钠溶液'],
    ['th', 'gene', 'ยีน', 'กางเกงยีนส์'],
    ['th', 'laser', 'เลเซอร์', 'เลเซอร์ะ'],
    ['th', 'reservoir', 'ฝาย', 'เฝายู'],
    ['lo', 'filter', 'ໝໍ້ກອງ', 'ໝໍ້ກອງະ'],
    ['km', 'river', 'ស្ទឹង', 'ស្ទឹងា'],
    ['my', 'mosquito', 'ခြင်', 'ပြုလုပ်ခြင်း'],
    ['my', 'reservoir', 'ဆည်', 'ဆည်းလည်း'],
  ]
  for (const [language, concept, phrase, inside] of pairs) {
    assert.ok(found(phrase, language).includes(concept), phrase)
    assert.ok(!found(inside, language).includes(concept), inside)
  }
})

test('a name may be written with a hyphen, inflected or broken over lines, but not with a word or a full stop between', () => {
  for (const text of ['remote-sensing', 'Remote  Sensing', 'remote\nsensing', 'mobile apps, remote sensing']) {
    assert.ok(found(text, 'en').includes('remote-sensing'), text)
  }
  for (const text of ['remote. Sensing', 'remote gas sensing', 'remote; sensing']) {
    assert.ok(!found(text, 'en').includes('remote-sensing'), text)
  }
})

test('an abbreviation is only found in capitals', () => {
  assert.ok(found('AI reads the films', 'en').includes('artificial-intelligence'))
  assert.ok(found('ใช้ AI อ่านภาพ', 'th').includes('artificial-intelligence'))
  assert.ok(!found('Ai là người dùng', 'vi').includes('artificial-intelligence'))
  assert.ok(!found('ro water', 'en').includes('reverse-osmosis'))
})

test('English names are found in text of any language, other languages only in their own', () => {
  for (const language of ['zh', 'th', 'vi', 'lo', 'km', 'my', 'id', 'und']) {
    assert.ok(found('blockchain', language).includes('blockchain'), language)
  }
  assert.ok(!found('sensor luka', 'en').includes('wound'))
})

test('analysis gives the concepts among the other terms', () => {
  assert.deepEqual(terms('arsenic removal', 'en'), ['arsenic', 'remov', 'concept:arsenic'])
  assert.ok(terms('arsenic removal', 'en').filter(isConcept).length === 1)
})
