import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import { matchesOf, openMarket } from './market.ts'

const market = await openMarket()

/** All but the texts is alike, as it is for most pairs. */
const alike = {
  sector: 'A' as const,
  dealTypes: ['nonExclusiveLicence' as const],
  territories: ['WORLD' as const],
  ipc: [],
}
const textsOf = (language: string, [title, summary, description]: readonly [string, string, string]) => ({
  originalLanguage: language,
  texts: { [language]: { title, summary, description } },
  keywords: {},
})

/** Whether an offer and a need of these texts are proposed to each other. */
const isProposed = async (
  language: string,
  offered: readonly [string, string, string],
  wanted: readonly [string, string, string],
): Promise<boolean> => {
  const offer = await market.publishOffer(offerContent({ ...alike, ...textsOf(language, offered), trl: 7 }))
  const need = await market.publishNeed(needContent({ ...alike, ...textsOf(language, wanted), minimumTrl: 5 }))
  await market.running.settle()
  return (await matchesOf(market, { offer: offer.id, need: need.id })).length > 0
}

/** Two subjects in a language that have nothing in common. */
const subjects: Record<string, readonly [one: string, other: string]> = {
  en: ['Ceramic membrane bioreactor', 'Orchid tissue propagation'],
  zh: ['陶瓷膜生物反应器', '兰花组织培养'],
  th: ['ถังปฏิกรณ์เมมเบรนเซรามิก', 'การขยายพันธุ์กล้วยไม้'],
  vi: ['bể phản ứng màng gốm', 'nhân giống hoa lan'],
  lo: ['ຖັງປະຕິກອນເຊລາມິກ', 'ການຂະຫຍາຍພັນດອກກ້ວຍໄມ້'],
  km: ['អាងប្រតិកម្មសេរ៉ាមិច', 'ការបន្តពូជផ្កាអ័រគីដេ'],
  my: ['ကြွေအမြှေးပါးဓာတ်ပေါင်းကန်', 'သစ်ခွပန်းမျိုးပွားခြင်း'],
  id: ['bioreaktor membran keramik penyaring limbah penyamakan', 'perbanyakan anggrek'],
}

const nothing: Record<string, Record<string, string>> = {
  'a line of whom to write to': {
    en: 'Contact: Dr. Nguyen Van An, Office of Technology Transfer, Tel. +84 24 3869 2222, an@hust.edu.vn',
    zh: '联系人：王小明，技术转移中心，电话：010-62781234，邮箱：wang@tsinghua.edu.cn',
    th: 'ติดต่อสอบถาม คุณสมชาย สำนักงานถ่ายทอดเทคโนโลยี โทร 02-123-4567 อีเมล somchai@ku.ac.th',
    vi: 'Liên hệ: Trần Văn Bình, phòng chuyển giao công nghệ, điện thoại 0912 345 678',
    lo: 'ຕິດຕໍ່: ທ່ານ ສົມພອນ, ຫ້ອງການ, ໂທ: 020 5555 1234',
    km: 'ទំនាក់ទំនង៖ លោក សុខ ការិយាល័យ ទូរស័ព្ទ: 012 345 678',
    my: 'ဆက်သွယ်ရန် ဦးအောင်အောင် ရုံးခန်း ဖုန်း: 09-1234567',
    id: 'Hubungi Budi Santoso, kantor alih teknologi, telepon 0812-3456-7890',
  },
  'the headings of a form': {
    en: 'Technology name:\nApplicant:\nStage of development: prototype available\nIPR status: patent granted\nAdvantages and benefits:\nType of partner sought: industry and universities',
    zh: '技术名称：\n项目简介：\n所处阶段：中试\n知识产权：发明专利\n合作方式：技术转让\n应用领域：',
    th: 'ชื่อเทคโนโลยี:\nจุดเด่น:\nระดับความพร้อม: ต้นแบบ\nทรัพย์สินทางปัญญา: สิทธิบัตร\nรูปแบบความร่วมมือ: อนุญาตให้ใช้สิทธิ',
    vi: 'Tên công nghệ:\nƯu điểm nổi bật:\nGiai đoạn phát triển: mẫu thử nghiệm\nSở hữu trí tuệ: bằng độc quyền\nHình thức hợp tác: chuyển giao',
    lo: 'ຊື່ເຕັກໂນໂລຊີ:\nຈຸດເດັ່ນ:\nລະດັບການພັດທະນາ: ຕົ້ນແບບ\nຊັບສິນທາງປັນຍາ: ສິດທິບັດ',
    km: 'ឈ្មោះបច្ចេកវិទ្យា៖\nអត្ថប្រយោជន៍៖\nស្ថានភាព៖ គំរូសាកល្បង\nកម្មសិទ្ធិបញ្ញា៖ ប៉ាតង់',
    my: 'နည်းပညာအမည်:\nအားသာချက်များ:\nအဆင့်: ရှေ့ပြေးပုံစံ\nဉာဏပစ္စည်း: မူပိုင်ခွင့်',
    id: 'Nama teknologi:\nKeunggulan:\nTahap pengembangan: purwarupa\nKekayaan intelektual: paten terdaftar\nBentuk kerja sama: lisensi',
  },
  'figures, standards and marks': {
    en: 'Power supply 220 V, 50 Hz, three-phase, IP65, ISO 9001, CE certified.',
    zh: '电源：220V、50Hz，功率5千瓦，通过ISO 9001、CE认证。',
    th: 'แรงดันไฟฟ้า: 220 V 50 Hz กำลังไฟ: 5 กิโลวัตต์ มาตรฐาน: ISO 9001, CE, มอก. 513',
    vi: 'Điện áp: 220 V, 50 Hz, 5 kW, TCVN 5699, ISO 9001, CE',
    lo: 'ແຮງດັນ: 220 V, 50 Hz, 5 ກິໂລວັດ, ISO 9001, CE',
    km: 'វ៉ុល: 220 V, 50 Hz, 5 គីឡូវ៉ាត់, ISO 9001, CE',
    my: 'ဗို့အား: 220 V, 50 Hz, 5 ကီလိုဝပ်, ISO 9001, CE',
    id: 'Tegangan: 220 V, 50 Hz, daya 5 kW, SNI 7117, ISO 9001, CE',
  },
  'one word, again and again,': {
    en: 'zorbik – zorbik – zorbik',
    zh: '石墨烯 – 石墨烯 – 石墨烯',
    th: 'กราฟีน – กราฟีน – กราฟีน',
    vi: 'graphen – graphen – graphen',
    lo: 'ກຣາຟີນ – ກຣາຟີນ – ກຣາຟີນ',
    km: 'ក្រាហ្វីន – ក្រាហ្វីន – ក្រាហ្វីន',
    my: 'ဂရပ်ဖင်း – ဂရပ်ဖင်း – ဂရပ်ဖင်း',
    id: 'grafena – grafena – grafena',
  },
}

describe('what both say of their subject proposes the pair:', () => {
  for (const [language, [subject]] of Object.entries(subjects))
    test(language, async () => {
      const said = [subject, subject, `${nothing['the headings of a form']![language]!}\n${subject}`] as const
      assert.equal(await isProposed(language, said, said), true)
    })
})

for (const [what, byLanguage] of Object.entries(nothing))
  describe(`${what} in common proposes nothing:`, () => {
    for (const [language, shared] of Object.entries(byLanguage))
      test(language, async () => {
        const [one, other] = subjects[language]!
        assert.equal(await isProposed(language, [one, one, shared], [other, other, shared]), false)
      })
  })

test('a sentence that an organisation puts into all of its offers is none of theirs', async () => {
  const motto =
    'Rooted in Zanthorium county, our laboratories serve growers, millers, packers and exporters everywhere.'
  const offered = ['mirvon teptok', 'blanduk fextor', 'gorvim hadruk', 'jilpot kastrom']
  for (const words of offered)
    await market.publishOffer(offerContent({ ...alike, ...textsOf('en', [words, words, motto]), trl: 7 }), {
      organisation: organisations.institute,
    })
  assert.equal(await isProposed('en', ['lumbix nortag', motto, motto], ['quallat dremsit', motto, motto]), false)
  const other = motto.replace('Zanthorium', 'Bellarium').replace('packers', 'distillers')
  assert.equal(await isProposed('en', ['tavrik solmet', other, other], ['opquint vesdra', other, other]), true)
})
