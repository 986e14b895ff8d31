import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { substanceOf, terms } from '../src/index.ts'

const wordsLeft = (text: string) => substanceOf(text).match(/\p{L}[\p{L}\p{M}]*/gu) ?? []

const none: Record<string, readonly string[]> = {
  'addresses and whom to write to': [
    'Contact: Dr. Nguyen Van An, Office of Technology Transfer, Tel. +84 24 3869 2222, an@hust.edu.vn.',
    'For further information please contact the liaison office of the faculty.',
    '联系人：王小明，电话：010-62781234，邮箱 wang@tsinghua.edu.cn',
    '聯絡人：陳小姐　電話：02-2345-6789',
    'ติดต่อสอบถาม คุณสมชาย โทร 02-123-4567 อีเมล a@b.co.th',
    'Liên hệ: Trần Văn Bình, ĐT 0912 345 678, phòng chuyển giao',
    'ຕິດຕໍ່: ທ່ານ ສົມພອນ, ໂທ: 020 5555 1234',
    'ទំនាក់ទំនង៖ លោក សុខ ទូរស័ព្ទ: 012 345 678',
    'ဆက်သွယ်ရန် ဦးအောင် ဖုန်း: 09-1234567',
    'Hubungi Budi Santoso di 0812-3456-7890 (jam kerja)',
    'https://www.example.com/pumps?size=3 www.example.vn example.co.th/x',
  ],
  'figures, dates, pages and hours': [
    '220 V, 50 Hz, 1,500 rpm, 3.5 kg/h, 25 °C, 80 %',
    '10⁶ / 10⁻³ / 3 × 10^5',
    '12 March 2026; Mar. 2026; 2026-03-12; 12/03/26',
    '2026年3月12日，第3页，共10页',
    'Page 3 of 10, Fig. 2',
    'Opening hours: Monday to Friday 8:00–17:00',
    '营业时间：周一至周五 8:00-17:00',
    'เวลาทำการ: จันทร์-ศุกร์ 08.30-16.30 น.',
    'Giờ làm việc: thứ hai đến thứ sáu, 8:00–17:00',
    'Jam buka: Senin–Jumat 08.00–16.00',
    '๒๒๐ โวลต์ ៥០ គីឡូក្រាម ၅၀ ကီလိုဂရမ် ໕໐ ກິໂລກຣາມ',
  ],
  'standards and marks': [
    'ISO 9001:2015, IEC 61215, GB/T 19001, TCVN 5699, มอก. 513, SNI 7117, IP65, CE, RoHS',
    'Power supply 220 V, 50 Hz, ISO 9001, CE certified.',
    '电源：220V/50Hz，通过ISO9001、CE认证。',
  ],
  'headings of forms': [
    'Technology name:\nApplicant:\nStage of development:\nAdvantages and benefits:\nType of partner sought:',
    '技术名称：\n一、项目简介\n【所处阶段】\n知识产权：\n合作方式：',
    '技術名稱：\n應用領域：\n專利號：',
    'ชื่อเทคโนโลยี:\nจุดเด่น:\nระดับความพร้อม:\nรูปแบบความร่วมมือ:',
    'Tên công nghệ:\nƯu điểm nổi bật:\nGiai đoạn phát triển:\nHình thức hợp tác:',
    'ຊື່ເຕັກໂນໂລຊີ:\nຈຸດເດັ່ນ:\nລະດັບການພັດທະນາ:',
    'ឈ្មោះបច្ចេកវិទ្យា៖\nអត្ថប្រយោជន៍៖\nប្រភេទកិច្ចសហប្រតិបត្តិការ៖',
    'နည်းပညာအမည်:\nအားသာချက်များ:\nအဆင့်:',
    'Nama teknologi:\nKeunggulan:\nTahap pengembangan:\nBentuk kerja sama:',
  ],
}
describe('no evidence of a subject:', () => {
  for (const [kind, texts] of Object.entries(none))
    for (const text of texts) test(`${kind}: ${text.slice(0, 40)}`, () => assert.deepEqual(wordsLeft(text), []))
})

test('what is about the subject stays in its place', () => {
  const kept: [text: string, left: string][] = [
    ['A 5 kW solar pump for rice', 'solar pump rice'],
    ['Title: solar dryer\nAdvantages: cheap', 'solar dryer cheap'],
    ['Technology name: solar dryer Applicant: Foo University Advantages: cheap.', 'solar dryer cheap'],
    ['5G, 3D printing, LiFePO4, CO2, COVID-19, PM2.5', '5G 3D printing LiFePO4 CO2 COVID PM2.5'],
    ['Contact lenses in contact with water', 'contact lenses water'],
    ['Seawater desalination: a market study', 'seawater desalination study'],
  ]
  for (const [text, left] of kept) {
    const found = terms(substanceOf(text), 'en')
    for (const word of terms(left, 'en')) assert.ok(found.includes(word), `${word} of ${text}`)
  }
  assert.equal(substanceOf('项目简介：太阳能水泵 5 kW').trim(), '太阳能水泵')
  assert.equal(substanceOf('Tên công nghệ: máy bơm nước').trim(), 'máy bơm nước')
})

const pieces = fc.constantFrom(
  ...[
    'Contact: ',
    'Tel. +84 24 3869 2222',
    'a@b.co',
    ' 220 V',
    ' ISO 9001',
    'pump ',
    '：',
    ':',
    '\n',
    '. ',
    '。',
    '水泵',
    '١٢',
    '๕',
    '１２',
    ' ',
  ],
  ...['\ud83d', '\ude00', 'İ', '5G', '10⁻³', 'www.x.com', '技术名称', 'Title', ' 12 March 2026'],
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join('')),
)

test('every character stays where it is or becomes a space', () => {
  fc.assert(
    fc.property(text, (text) => {
      const kept = substanceOf(text)
      assert.equal(kept.length, text.length)
      for (let place = 0; place < text.length; place++) assert.ok(kept[place] === text[place] || kept[place] === ' ')
    }),
    { numRuns: 2000 },
  )
})
