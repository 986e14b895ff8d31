import type { DealType, Terms } from '@techbridge/contracts'

const money = (amount: number, currency: string) => ({ amount, currency })

/** Invented term sheets, one for each type of deal, each without contradictions, in the language that prevails in it. */
export const termSheets: Record<DealType, Terms> = {
  exclusiveLicence: {
    deal: { type: 'exclusiveLicence' },
    subject: {
      description: '基于近红外光谱的榴莲成熟度无损检测技术，包括手持式光谱仪的光学设计和干物质含量模型。',
      patents: [
        { number: 'CN116543210B', office: 'CN', status: 'granted', expiry: '2043-03-14' },
        { number: 'WO2023123456A1', office: 'WO', status: 'applied', expiry: '2043-03-14' },
      ],
      knowHow: '建模所用的三千份样品数据和校准方法。',
      deliverables: ['光学设计图纸', '干物质含量模型及源代码', '两台样机'],
    },
    grant: {
      grants: [
        {
          exclusivity: 'exclusive',
          fieldOfUse: '榴莲采收和包装厂分选',
          territories: ['VN', 'TH'],
          sublicensing: 'withConsent',
        },
        { exclusivity: 'nonExclusive', fieldOfUse: '其他热带水果', territories: ['TH'], sublicensing: 'none' },
      ],
    },
    term: { start: '2027-03-01', end: '2037-02-28', renewal: '期满前六个月双方协商续展五年。' },
    upfront: { amount: money(60_000_000, 'CNY'), dueDays: 30 },
    milestones: {
      list: [
        {
          name: '首批样机交付',
          due: '2027-09-30',
          amount: money(20_000_000, 'CNY'),
          criterion: '两台样机通过双方验收。',
        },
        { name: '年产一千台', due: '2029-12-31', amount: money(40_000_000, 'CNY') },
      ],
    },
    royalty: {
      base: 'netSales',
      definition: '不含增值税、运费和退货的销售额。',
      tiers: [
        { from: money(0, 'CNY'), to: money(1_000_000_000, 'CNY'), rate: '5' },
        { from: money(1_000_000_000, 'CNY'), to: money(5_000_000_000, 'CNY'), rate: '3.5' },
        { from: money(5_000_000_000, 'CNY'), rate: '2.25' },
      ],
      minimum: money(10_000_000, 'CNY'),
      cap: money(300_000_000, 'CNY'),
      period: 'year',
    },
    patentCosts: { borneBy: 'shared', seekerShare: '60', decidedBy: 'provider' },
    diligence: {
      obligations: '被许可方应在两年内建成一条年产一千台的生产线，并在泰国和越南各设一个服务点。',
      investment: money(500_000_000, 'CNY'),
      by: '2029-03-01',
      remedy: '逾期六个月未完成的，独占许可转为普通许可。',
    },
    improvements: { ownedBy: 'maker', licenceBack: 'nonExclusive', note: '回授许可的费用由双方另行商定。' },
    reports: { period: 'year', dueDays: 60, audit: 'onceAYear', auditNoticeDays: 30, keptYears: 10 },
    indemnity: {
      byProvider: '许可方保证其为专利权人，且有权许可。',
      bySeeker: '被许可方对产品责任自行承担。',
      cap: money(200_000_000, 'CNY'),
    },
    law: {
      governedBy: 'CN',
      forum: 'arbitration',
      seat: '深圳',
      rules: '深圳国际仲裁院仲裁规则',
      languages: ['zh', 'th'],
      prevailingLanguage: 'zh',
    },
    termination: { noticeDays: 90, causes: '一方严重违约，或者被许可方破产。', cureDays: 60 },
  },

  soleLicence: {
    deal: { type: 'soleLicence' },
    subject: {
      description: 'Giống lúa chịu mặn DT-7 và quy trình canh tác trên đất nhiễm mặn của Đồng bằng sông Cửu Long.',
      patents: [],
      knowHow: 'Quy trình giữ độ thuần của giống.',
      deliverables: ['200 kg hạt giống siêu nguyên chủng'],
    },
    grant: { grants: [{ exclusivity: 'sole', territories: ['VN'], sublicensing: 'withConsent' }] },
    term: { start: '2027-01-15', end: '2034-01-14' },
    upfront: { amount: money(1_500_000_000, 'VND'), dueDays: 45 },
    royalty: {
      base: 'netSales',
      tiers: [{ from: money(0, 'VND'), rate: '4' }],
      minimum: money(300_000_000, 'VND'),
      period: 'halfYear',
    },
    equity: { share: '2.5', company: 'Công ty Giống cây trồng Mê Kông' },
    diligence: { obligations: 'Sản xuất ít nhất 500 tấn hạt giống xác nhận mỗi năm kể từ năm thứ ba.' },
    reports: { period: 'halfYear', dueDays: 45, audit: 'onSuspicion' },
    indemnity: { byProvider: 'Bên cấp phép bảo đảm quyền của mình đối với giống.' },
    law: {
      governedBy: 'VN',
      forum: 'arbitration',
      seat: 'Hà Nội',
      rules: 'Quy tắc tố tụng của VIAC',
      languages: ['vi', 'en'],
      prevailingLanguage: 'vi',
    },
    termination: { noticeDays: 60, causes: 'Một bên vi phạm nghiêm trọng và không khắc phục.', cureDays: 30 },
  },

  coExclusiveLicence: {
    deal: { type: 'coExclusiveLicence' },
    subject: {
      description: 'เครื่องอบแห้งปั๊มความร้อนสำหรับสาหร่ายทะเลสีแดง ใช้ได้ในฤดูฝน',
      patents: [{ number: 'TH1801002345A', office: 'TH', status: 'applied' }],
      deliverables: ['แบบเครื่องกล', 'ซอฟต์แวร์ควบคุม'],
    },
    grant: { grants: [{ exclusivity: 'coExclusive', territories: ['TH', 'MY'], sublicensing: 'none' }] },
    term: { start: '2027-04-01', end: '2032-03-31' },
    royalty: { base: 'unitsSold', tiers: [], perUnit: money(1_250_000, 'THB'), period: 'quarter' },
    diligence: { obligations: 'ผลิตและจำหน่ายอย่างน้อยปีละ ๕๐ เครื่อง' },
    reports: { period: 'quarter', dueDays: 30, audit: 'onceAYear' },
    indemnity: { bySeeker: 'ผู้รับอนุญาตรับผิดชอบต่อผู้ใช้เครื่อง' },
    law: {
      governedBy: 'TH',
      forum: 'courts',
      seat: 'กรุงเทพมหานคร',
      languages: ['th'],
      prevailingLanguage: 'th',
    },
    termination: { noticeDays: 90, causes: 'ผิดสัญญาในสาระสำคัญ' },
  },

  nonExclusiveLicence: {
    deal: { type: 'nonExclusiveLicence' },
    subject: {
      description: 'Solar drip irrigation with pressure-compensating emitters for orchards on slopes.',
      patents: [],
      knowHow: 'Sizing of the pump and of the emitters.',
      deliverables: ['Drawings', 'Sizing tables'],
    },
    grant: { grants: [{ exclusivity: 'nonExclusive', territories: ['VN'], sublicensing: 'none' }] },
    term: { start: '2027-01-01', end: '2031-12-31' },
    upfront: { amount: money(2_000_000, 'USD'), dueDays: 30 },
    royalty: {
      base: 'netSales',
      tiers: [
        { from: money(0, 'USD'), to: money(50_000_000, 'USD'), rate: '3' },
        { from: money(50_000_000, 'USD'), rate: '2' },
      ],
      period: 'year',
    },
    improvements: { ownedBy: 'maker', licenceBack: 'nonExclusive' },
    reports: { period: 'year', dueDays: 60, audit: 'onceAYear', auditNoticeDays: 14 },
    indemnity: { byProvider: 'The provider owns what it licenses.' },
    law: {
      governedBy: 'SG',
      forum: 'arbitration',
      seat: 'Singapore',
      rules: 'SIAC Rules 2025',
      languages: ['en', 'vi'],
      prevailingLanguage: 'en',
    },
    termination: { noticeDays: 60, causes: 'A material breach that is not mended in time.', cureDays: 30 },
  },

  option: {
    deal: { type: 'option' },
    subject: {
      description: 'Katalis berbasis zeolit untuk biodiesel dari minyak jelantah.',
      patents: [],
      deliverables: [],
    },
    option: {
      until: '2028-06-30',
      fee: money(25_000_000_000, 'IDR'),
      exercise: 'Dengan surat tercatat; lisensi non-eksklusif dirundingkan dalam 60 hari.',
    },
    term: { start: '2027-01-01', end: '2028-06-30' },
    law: {
      governedBy: 'ID',
      forum: 'arbitration',
      seat: 'Jakarta',
      rules: 'BANI',
      languages: ['id', 'en'],
      prevailingLanguage: 'id',
    },
    termination: { noticeDays: 30, causes: 'Pelanggaran kewajiban kerahasiaan.' },
  },

  evaluationLicence: {
    deal: { type: 'evaluationLicence' },
    subject: {
      description: 'ຊຸດກວດຫາສານຕົກຄ້າງໃນຜັກ ສຳລັບຕະຫຼາດທ້ອງຖິ່ນ',
      patents: [],
      deliverables: ['ຊຸດກວດ 500 ຊຸດ'],
    },
    grant: {
      grants: [{ exclusivity: 'nonExclusive', fieldOfUse: 'ການທົດລອງພາຍໃນ', territories: ['LA'], sublicensing: 'none' }],
    },
    term: { start: '2027-02-01', end: '2027-10-31' },
    reports: { period: 'quarter', dueDays: 30, audit: 'none' },
    law: {
      governedBy: 'LA',
      forum: 'courts',
      seat: 'ນະຄອນຫຼວງວຽງຈັນ',
      languages: ['lo', 'en'],
      prevailingLanguage: 'lo',
    },
    termination: { noticeDays: 15, causes: 'ນຳໃຊ້ນອກເໜືອການທົດລອງ' },
  },

  assignment: {
    deal: { type: 'assignment' },
    subject: {
      description: 'Patent family for a low-cost cold room with phase change material.',
      patents: [{ number: 'CN115123456B', office: 'CN', status: 'granted', expiry: '2041-08-20' }],
      deliverables: ['Files of the attorneys'],
    },
    grant: { grants: [{ exclusivity: 'exclusive', territories: ['CN'], sublicensing: 'none' }] },
    term: { start: '2027-05-01' },
    upfront: { amount: money(180_000_000, 'CNY'), dueDays: 20, note: 'Against the recordal at the office.' },
    patentCosts: { borneBy: 'seeker', decidedBy: 'seeker' },
    indemnity: { byProvider: 'Title is free of the rights of others.' },
    law: {
      governedBy: 'CN',
      forum: 'courts',
      seat: 'Shanghai',
      languages: ['zh', 'en'],
      prevailingLanguage: 'en',
    },
    termination: { noticeDays: 0, causes: 'The recordal is refused for a reason that the provider answers for.' },
  },

  knowHow: {
    deal: { type: 'knowHow' },
    subject: {
      description: 'ပဲတီစိမ်းမျိုးစေ့ သိုလှောင်နည်းနှင့် အခြောက်ခံနည်းပညာ',
      patents: [],
      knowHow: 'အစိုဓာတ် တိုင်းတာနည်းနှင့် သိုလှောင်ရုံ ဒီဇိုင်း',
      deliverables: ['လက်စွဲစာအုပ်'],
    },
    grant: { grants: [{ exclusivity: 'nonExclusive', territories: ['MM'], sublicensing: 'none' }] },
    term: { start: '2027-06-01', end: '2030-05-31' },
    upfront: { amount: money(8_000_000_000, 'MMK'), dueDays: 60 },
    law: {
      governedBy: 'MM',
      forum: 'arbitration',
      seat: 'ရန်ကုန်',
      languages: ['my', 'en'],
      prevailingLanguage: 'my',
    },
    termination: { noticeDays: 60, causes: 'လျှို့ဝှက်ချက် ပေါက်ကြားခြင်း' },
  },

  jointDevelopment: {
    deal: { type: 'jointDevelopment' },
    subject: {
      description: 'A vaccine against a disease of tilapia, from candidate to field trial.',
      patents: [],
      deliverables: [],
    },
    partners: {
      list: [
        { name: 'Dianchi University', country: 'CN', role: 'Antigen and laboratory trials' },
        { name: 'Mekong Orchard Co-operative', country: 'VN', role: 'Field trials' },
      ],
    },
    contributions: {
      list: [
        { name: 'Laboratory trials', partner: 'Dianchi University', kind: 'staff', value: money(120_000_000, 'CNY') },
        {
          name: 'Ponds',
          partner: 'Mekong Orchard Co-operative',
          kind: 'premises',
          value: money(40_000_000, 'CNY'),
          due: '2027-08-31',
        },
      ],
    },
    milestones: {
      list: [
        { name: 'Candidate chosen', due: '2027-12-31' },
        { name: 'Field trial', due: '2029-03-31', criterion: 'Survival above 80 % in three ponds.' },
      ],
    },
    sharedIp: {
      background: 'Each keeps what it brings in, and lets the other use it for the project.',
      ownedBy: 'byShare',
      shares: [
        { partner: 'Dianchi University', share: '66.666667' },
        { partner: 'Mekong Orchard Co-operative', share: '33.333333' },
      ],
      exploitation: 'Either may license in its own country; income is shared as the results are.',
    },
    term: { start: '2027-03-01', end: '2030-02-28' },
    law: {
      governedBy: 'CN',
      forum: 'arbitration',
      seat: 'Kunming',
      languages: ['en', 'zh', 'vi'],
      prevailingLanguage: 'en',
    },
    termination: { noticeDays: 90, causes: 'The candidate fails.' },
  },

  jointLaboratory: {
    deal: { type: 'jointLaboratory' },
    subject: { description: '中柬水产健康联合实验室：热带淡水鱼病害的诊断与防治。', patents: [], deliverables: [] },
    partners: {
      list: [
        { name: '滇池农业大学', country: 'CN', role: '分子诊断' },
        { name: 'សហគមន៍វារីវប្បកម្មបាត់ដំបង', country: 'KH', role: 'ការសាកល្បងក្នុងស្រះ' },
      ],
    },
    sites: {
      list: [
        {
          name: '昆明实验室',
          country: 'CN',
          host: '滇池农业大学',
          place: '云南省昆明市',
          equipment: '实时荧光定量PCR仪',
        },
        { name: 'មន្ទីរពិសោធន៍បាត់ដំបង', country: 'KH', host: 'សហគមន៍វារីវប្បកម្មបាត់ដំបង' },
      ],
    },
    contributions: {
      list: [
        {
          name: '仪器',
          partner: '滇池农业大学',
          kind: 'equipment',
          value: money(150_000_000, 'CNY'),
          due: '2027-09-30',
        },
        { name: 'ស្រះចិញ្ចឹមត្រី', partner: 'សហគមន៍វារីវប្បកម្មបាត់ដំបង', kind: 'land' },
        { name: '年度经费', partner: '滇池农业大学', kind: 'cash', value: money(80_000_000, 'CNY') },
      ],
    },
    governance: {
      seats: [
        { partner: '滇池农业大学', seats: 3 },
        { partner: 'សហគមន៍វារីវប្បកម្មបាត់ដំបង', seats: 3 },
      ],
      decides: 'twoThirds',
      chair: '两年一任，双方轮流担任。',
      deadlock: '提交双方法定代表人协商。',
    },
    sharedIp: {
      background: '各方保留各自带入的知识产权。',
      ownedBy: 'both',
      shares: [],
      exploitation: '双方可在本国自行使用；许可第三方须经双方同意。',
      publication: '投稿前三十日通知对方。',
    },
    indicators: {
      list: [
        { name: '联合论文', unit: '篇', target: 6, direction: 'atLeast', due: '2029-12-31' },
        { name: '诊断用时', unit: 'h', baseline: 72, target: 6, direction: 'atMost', due: '2028-12-31' },
      ],
    },
    term: { start: '2027-05-01', end: '2032-04-30' },
    law: {
      governedBy: 'CN',
      forum: 'arbitration',
      seat: '新加坡',
      languages: ['zh', 'km', 'en'],
      prevailingLanguage: 'en',
    },
    termination: { noticeDays: 180, causes: '任何一方连续两年未投入约定的资源。' },
  },

  demonstrationPark: {
    deal: { type: 'demonstrationPark' },
    subject: {
      description: 'សួនបង្ហាញការស្រោចស្រពដំណក់ដោយថាមពលព្រះអាទិត្យ សម្រាប់ដំណាំម្រេច',
      patents: [],
      deliverables: ['ប្រព័ន្ធស្រោចស្រព ២ ហិកតា'],
    },
    site: { name: 'កំពត', country: 'KH', place: 'ឃុំត្រពាំងព្រីង ខេត្តកំពត', areaSquareMetres: 20_000 },
    phases: {
      list: [
        { name: 'រដូវប្រាំង ២០២៧', start: '2027-11-01', end: '2028-04-30', activities: 'ដំឡើងប្រព័ន្ធ និងវាស់ទឹក' },
        { name: 'រដូវប្រាំង ២០២៨', start: '2028-11-01', end: '2029-04-30', activities: 'ប្រៀបធៀបទិន្នផល' },
      ],
    },
    indicators: {
      list: [
        {
          name: 'ទិន្នផល',
          unit: 't/ha',
          baseline: 2.1,
          target: 2.8,
          direction: 'atLeast',
          due: '2029-04-30',
          phase: 'រដូវប្រាំង ២០២៨',
        },
        { name: 'ទឹក', unit: 'm³/ha', baseline: 6000, target: 3600, direction: 'atMost', due: '2029-04-30' },
      ],
    },
    term: { start: '2027-09-01', end: '2029-08-31' },
    law: {
      governedBy: 'KH',
      forum: 'courts',
      seat: 'ភ្នំពេញ',
      languages: ['km', 'en'],
      prevailingLanguage: 'en',
    },
    termination: { noticeDays: 60, causes: 'គ្រោះធម្មជាតិដែលបំផ្លាញទីតាំង' },
  },

  capacityBuilding: {
    deal: { type: 'capacityBuilding' },
    subject: {
      description: 'Training of dairy extension workers in feed from crop residues.',
      patents: [],
      deliverables: [],
    },
    trainees: {
      list: [
        { name: 'Extension workers', count: 40, qualification: 'Two years in the field' },
        { name: 'Trainers', count: 8 },
      ],
    },
    curriculum: {
      list: [
        { name: 'Silage', hours: 24, content: 'Cutting, inoculating, storing, tasting.', language: 'lo' },
        { name: 'Teaching adults', hours: 16, content: 'Plans, practice, feedback.', language: 'en' },
      ],
    },
    sessions: {
      list: [
        {
          name: 'Silage, first group',
          module: 'Silage',
          group: 'Extension workers',
          start: '2027-06-07',
          end: '2027-06-11',
          place: 'Savannakhet',
        },
        {
          name: 'Teaching',
          module: 'Teaching adults',
          group: 'Trainers',
          start: '2027-05-03',
          end: '2027-05-05',
          place: 'Kunming',
        },
      ],
    },
    indicators: {
      list: [{ name: 'Passed', unit: '%', target: 85, direction: 'atLeast', due: '2027-12-15' }],
    },
    upfront: { amount: money(32_000_000, 'CNY'), dueDays: 30 },
    term: { start: '2027-03-01', end: '2028-02-29' },
    law: {
      governedBy: 'CN',
      forum: 'courts',
      seat: 'Kunming',
      languages: ['zh', 'lo', 'en'],
      prevailingLanguage: 'zh',
    },
    termination: { noticeDays: 30, causes: 'Fewer than half of the trainees enrol.' },
  },
}

/** Territories of an offer that has all that the sheets grant. */
export const offered = ['CN', 'VN', 'TH', 'MY', 'LA', 'MM', 'KH', 'ID']
