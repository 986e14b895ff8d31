import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { OfferContent, Organisation } from '@techbridge/contracts'
import { offerContent } from '@techbridge/testkit'
import { openFindings } from '../src/domain/contact-data/index.ts'

const organisation: Organisation = {
  id: 'dianchi-university',
  name: 'Dianchi University of Science and Technology',
  country: 'CN',
  kind: 'university',
}
const { keywords } = offerContent()
const none: OfferContent['ip'] = { status: 'none', patents: [] }

/** What keeps a profile with this summary from being submitted. */
const found = (summary: string, { of = organisation, ip = none, anonymous = true } = {}) => {
  const originalLanguage = 'en'
  const draft = { type: 'TO', anonymous, originalLanguage, texts: { en: { title: 'A title', summary } }, keywords, ip }
  const life = {
    id: '',
    reference: '',
    status: 'draft',
    revision: 0,
    createdAt: '',
    noticed: false,
    renewed: false,
  } as const
  return openFindings({ ...life, draft, organisation: of })
}
const kinds = (...given: Parameters<typeof found>) => [...new Set(found(...given).map(({ kind }) => kind))]

describe('whoever wants to be reached, in whatever script, is noticed', () => {
  for (const text of [
    'โทร.081-234-5678',
    'โทร. ๐๘๑-๒๓๔-๕๖๗๘',
    'ติดต่อ ๐๒ ๙๔๒ ๘๒๐๐',
    'ဖုန်း ၀၉-၇၈၉ ၁၂၃ ၄၅၆',
    'ဖုန်း၀၁-၅၃၅၅၇၃',
    'ទូរស័ព្ទ ០២៣ ៨៨៣ ៦៤០',
    'លេខ ០១២ ៣៤៥ ៦៧៨',
    'ໂທ ໐໒໐ ໕໕໕໑ ໒໓໔໕',
    'मोबाइल: ९८७६५ ४३२१०',
    'फ़ोन ०११-२६५९१७८५',
    'Tel0871-65031234',
    'HP08123456789',
    'WA 0812-3456-7890',
    'WhatsApp: 812 3456 7890',
    'Call 555 123 4567',
    'ĐT:0912.345.678',
    'Liên hệ 0912345678',
    '(+86) 871 6503 1234',
    '(84-24) 3869 4242',
    '081/234/5678',
    '0812345678',
    '0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣',
    '电话一三八零零一三八零零零',
    '手机：１３８００１３８０００',
    '138-0013-8000',
    '98765 43210',
    '081‑234‑5678',
    'Hotline: 1900 6017',
    '联系人 13800138000',
    'ku.ac.thเว็บ',
    'เว็บku.ac.thได้',
    'Zalo 0912345678',
    'LINE: kulab99',
    'ไลน์ไอดี: kulab',
    'ไลน์ @kulab',
    'line@: @kulab',
    'Line @kulab',
    '微信号dianchi_lab',
    '加微信 abc123456',
    '微信abc_12345',
    'V信：abc123',
    't.me/dianchilab',
    'wa.me/66812345678',
    'fb.com/kulab',
    'facebook.com/kulab',
    'm.me/lab',
    'lab.iitd.ac.in',
    'iitd.ac.in',
    '滇池大学.中国',
    'กรมวิชาการ.ไทย',
    'zalo.me/0912',
    'Telegram: @dianchi',
    'follow @dianchilab',
    'FB: Dianchi Lab',
    'Facebook: KULab',
    'ဗိုက်ဘာ: aungaung',
    'តេឡេក្រាម: sokha99',
    'व्हाट्सएप: kisanlab',
    'li艾特dianchi点edu点cn',
    'li 艾特 dianchi 点 edu',
    'somchai แอท ku จุด ac จุด th',
    'nam a còng hust chấm edu chấm vn',
    'ming[at]dianchi.edu.cn',
    'ming (a) dianchi (dot) edu',
    'ming{at}dianchi{dot}edu',
    'li@dianchi．edu．cn',
    'l\u200bi@dianchi.edu.cn',
    'ติดต่อli@ku.ac.thได้',
    'li.ming＠dianchi。edu。cn',
    'dianchi[.]edu[.]cn',
    'hxxps://dianchi',
    'lab.example.eu',
    'Line id - kulab99',
    'ไอดีไลน์ kulab99',
    'IG: dianchi_lab',
    '小红书号：dianchi2026',
    '公众号：滇池科技',
    'GitHub: dianchi-lab',
    '薇信 dianchi2026',
    '扣扣 12345678',
  ])
    test(text, () => assert.ok(found(text).length > 0))
})

describe('the name is known with the word for its sort in other languages, shortened, and by its initials', () => {
  for (const text of [
    'at Dianchi Univ. of S&T',
    'Dianchi大学',
    'มหาวิทยาลัย Dianchi',
    'Dianchi Uni',
    'Đại học Dianchi',
    'Universitas Dianchi',
    'dianchi-university',
    'DUST',
    '(DUST)',
  ])
    test(text, () => assert.deepEqual(kinds(text), ['organisation name']))
  for (const [name, text] of [
    ['昆明理工大学', '由昆工大研制'],
    ['云南农业大学', '云农大的品种'],
    ['云南农业大学', '云南农大的品种'],
    ['มหาวิทยาลัยเกษตรศาสตร์', 'ม.เกษตรศาสตร์ พัฒนา'],
    ['มหาวิทยาลัยเกษตรศาสตร์', 'เกษตรศาสตร์มหาวิทยาลัย'],
    ['Đại học Bách khoa Hà Nội', 'ĐHBKHN'],
    ['Đại học Bách khoa Hà Nội', 'ĐH Bách khoa Hà Nội'],
    ['Kasetsart University', 'Kasetsart Univ.'],
    ['Kasetsart University', 'มหาวิทยาลัย Kasetsart'],
    ['University of Yangon', 'Yangon University'],
    ['University of Yangon', 'Yangon တက္ကသိုလ်'],
    ['ရန်ကုန်တက္ကသိုလ်', 'ရန်ကုန် တက္ကသိုလ်မှ'],
    ['Royal University of Phnom Penh', 'RUPP'],
    ['Institut Teknologi Bandung', 'ITB'],
    ['Indian Institute of Technology Delhi', 'IITD'],
    ['दिल्ली विश्वविद्यालय', 'दिल्ली विश्वविद्यालय में'],
    ['Mekong Agro Co., Ltd.', 'Mekong Agro company'],
    ['Mekong Agro Co., Ltd.', 'บริษัท Mekong Agro'],
  ] as const)
    test(`${name}: ${text}`, () =>
      assert.deepEqual(kinds(text, { of: { ...organisation, id: 'of-another-name', name } }), ['organisation name']))

  for (const [name, text] of [
    ['Universitas Gadjah Mada', 'from U.G.M. and others'],
    ['Dianchi University', '#DianchiUniversity'],
    ['Dianchi University', 'Universiti Dianchi'],
    ['Dianchi University', 'Dianchi 대학교'],
    ['Mekong Agro Co., Ltd.', 'a dryer of Mekong Agro'],
    ['Huawei Technologies Co., Ltd.', 'made by Huawei'],
    ['深圳市华为技术有限公司', '由华为研制'],
    ['บริษัท เจริญโภคภัณฑ์ จำกัด (มหาชน)', 'ของเจริญโภคภัณฑ์'],
    ['Công ty TNHH Cà phê Trung Nguyên', 'của Cà phê Trung Nguyên'],
    ['PT Pertamina (Persero) Tbk', 'milik Pertamina'],
    ['VinGroup JSC', 'Vingroup'],
  ] as const)
    test(`${name}, as it is called in daily speech: ${text}`, () =>
      assert.deepEqual(kinds(text, { of: { ...organisation, id: 'of-another-name', name } }), ['organisation name']))
  test('a word that names a company is its name in capitals alone', () => {
    const of = { ...organisation, id: 'of-another-name', name: 'Harvest Company Ltd' }
    assert.deepEqual(kinds('after the harvest', { of }), [])
    assert.deepEqual(kinds('a dryer by Harvest', { of }), ['organisation name'])
  })

  test('with the place and as it is written', () => {
    const [finding] = found('งานของ  ม.เกษตรศาสตร์ ปี ๒๕๖๗', { of: { ...organisation, name: 'มหาวิทยาลัยเกษตรศาสตร์' } })
    assert.deepEqual([finding?.piece, finding?.position], ['ม.เกษตรศาสตร์', 9])
  })
  test('again where it stands again', () => assert.equal(found('DUST and Dianchi Univ. and DUST').length, 3))
})

describe('patents tell whose an anonymous offer is', () => {
  for (const text of [
    'Patent CN202310123456.6',
    'ZL202310123456.6',
    'See WO2023/123456',
    'EP1234567B1',
    'US 10,123,456 B2',
    'CN116543210A',
    'VN 1-0012345',
    'Patent No. 10-2023-0012345',
    '特許第7123456号',
    '申请号：202310123456.6',
    'U.S. Pat. No. 11,234,567',
    'สิทธิบัตรเลขที่ ๑๒๓๔๕๖',
    'Bằng độc quyền sáng chế số 34567',
    'paten nomor IDP000012345',
  ])
    test(text, () => assert.deepEqual(kinds(text), ['patent number']))

  const ip: OfferContent['ip'] = {
    status: 'granted',
    patents: [
      { number: 'CN202310123456.6', office: 'CN', status: 'granted' },
      { number: '0301001234', office: 'TH', status: 'applied' },
    ],
  }
  for (const text of ['专利号 202310123456.6', '202310123456 6', 'no. 2023 1 0123456.6', 'คำขอ ๐๓๐๑๐๐๑๒๓๔'])
    test(`those that are listed in any form: ${text}`, () => assert.deepEqual(kinds(text, { ip }), ['patent number']))

  for (const text of ['doi:10.1016/j.biortech.2024.123456', 'arXiv:2401.12345', 'ORCID 0000-0002-1825-0097'])
    test(`and so do publications: ${text}`, () => assert.deepEqual(kinds(text), ['publication']))
  test('but not whose a named one is', () => {
    for (const text of ['See WO2023/123456', 'Patent No. 10-2023-0012345', 'doi:10.1016/j.biortech.2024.123456'])
      assert.deepEqual(kinds(text, { anonymous: false }), [])
  })
})

describe('amounts, dates, standards and substances are left alone', () => {
  for (const text of [
    'IPC A01G9/24, C02F 1/44 and G01N 0021/359000',
    'A01G 0009240000',
    'G01N21/359 (2006.01)',
    'at -40 to +85 °C',
    'between 2-8 °C and 0-100 °C',
    '0.05-0.10 mg/kg, 0.01–0.05 mg',
    '50 mg/day for 12 weeks, 5000-10000 IU',
    'CAS 7732-18-5',
    'CAS: 64-17-5, 50-00-0',
    'CAS 1333-86-4 and 13463-67-7',
    'CAS RN 7440-44-0',
    'ISO 9001:2015',
    'ISO 22000:2018, GB 2760-2014, GB/T 5009.3-2016',
    'TCVN 5603:2008',
    'มอก. 2533-2554',
    'TIS 17025-2561',
    'IEC 60601-1-2',
    '05-12-2024',
    '05.12.2024',
    '05/12/2024',
    '2024-11-24',
    '24/11/2567',
    '๒๔/๑๑/๒๕๖๗',
    '๒๔ พฤศจิกายน ๒๕๖๗',
    '2024年11月24日',
    '01.05.2024-30.06.2024',
    '0800-1700',
    'from 08.00-17.00',
    '12 500 000 kg',
    '13 800 138 000 cells',
    '1,234,567',
    '10 000 000 - 12 000 000 cells',
    '1.5e10 m3',
    '10⁶ CFU/mL',
    '10⁸–10⁹ CFU',
    'stem cell 1000000',
    'per cell 12500000',
    'mobile phase 30 70',
    'E. coli O157:H7',
    'Fe3O4@SiO2 core-shell',
    'Au@Ag nanoparticles',
    'measured at room temperature',
    'pH 6.5-7.5',
    'TRL 6-7',
    '35-40 °C',
    '10.mm wide',
    '5.5 kg. In 2024',
    '500 ml/min',
    'line 3: drying',
    'Line: drying',
    'a line of 100000 units',
    'waste line 12000000',
    'N-P-K 15-15-15',
    'NPK 15-15-15 0000',
    'batch 20241124',
    'SKU 6901234567892',
    'เก็บที่ 0-4 องศา',
    'ဒီဂရီ ၂၅-၃၀',
    'តម្លៃ ១០០០០០០ រៀល',
    'ລາຄາ 1.000.000 ກີບ',
    'giá 1.000.000 đồng',
    'Rp 1.500.000.000',
    'कुल 10,00,000 रुपये',
    '三十六万八千亩',
    '二零二四年',
    '科学与大学的合作',
    'Node.js, TensorFlow.js',
    'e.g. in rice; i.e. dry',
    'U.S. and E.U. markets',
    'km/h, mg/kg, kg/ha.',
    '16S rRNA and 0.22 µm',
    '0.22 µm 0.45 µm',
    'lat 21.0285, long 105.8542',
    'ratio 1:1000000',
    'a university for farmers',
    '科技大学学生',
    'DOI 10.1016',
    'ORP 700 mV',
    'DN50/PN16',
    '5G, 4G LTE 1800-2100',
    'voltage 220-240 V',
    '12-24-36 months',
    '06-12-18-24 weeks',
    'H2O 00 12',
    'phone with a camera of 12000000 pixels',
    'telephone cables of 1200 pairs',
    'the hotline',
    'Contact area 1000000 mm2',
    'tel. quel',
    'signal 1000000',
    'm 1000000',
    't 2000000',
    'call for 2026-2027',
    '联系2024年',
    'fb 0.5',
    'Node.js and ASP.NET',
    'patents of 2019-2024',
    '专利 12 项，产值 1000000 元',
    'with 3 patents, 150,000 farmers',
    'จดสิทธิบัตรแล้ว ๒ ฉบับ',
    'ไลน์ผลิต 3 ไลน์',
    'VX gas sensors',
  ])
    test(text, () => assert.deepEqual(found(text), []))
})
