import type { needContent, Organisation, offerContent } from '@techbridge/contracts'
import type { z } from 'zod'

export const institute: Organisation = {
  id: 'demo-lingnan-irrigation-institute',
  name: '岭南旱作节水研究所',
  country: 'CN',
  kind: 'researchInstitute',
}

export const growers: Organisation = {
  id: 'demo-chanthaburi-fruit-growers',
  name: 'Chanthaburi Hillside Fruit Growers Co-operative',
  country: 'TH',
  kind: 'sme50to249',
}

export const office: Organisation = {
  id: 'demo-transfer-office',
  name: 'Demonstration Transfer Office',
  country: 'CN',
  kind: 'agency',
}

/** An offer whose only language is Chinese. */
export const offer: z.input<typeof offerContent> = {
  type: 'TO',
  originalLanguage: 'zh',
  texts: {
    zh: {
      title: '丘陵果园太阳能滴灌与水肥一体化控制系统',
      summary:
        '面向热带丘陵果园的滴灌系统：太阳能供电，土壤湿度传感器按需灌溉，水肥一体化施肥，比人工漫灌节水四成，断网时仍可自动运行。',
      description:
        '热带丘陵果园旱季缺水，人工漫灌既浪费水又造成肥料流失。本系统由太阳能电池板供电的水泵、压力补偿式滴灌管、土壤湿度传感器和田间控制器组成。控制器根据每个地块的土壤湿度和作物生育期决定灌溉时间与水量，并按配方把液体肥料注入灌溉水中，实现水肥一体化。压力补偿滴头在三十米高差内流量偏差小于百分之七，适合坡地。传感器与控制器之间采用低功耗无线通信，没有移动网络时仍按本地程序运行，果农可用手机查看和修改。系统在广西和海南的榴莲、荔枝和芒果果园运行了三个旱季，与漫灌相比灌溉用水减少百分之四十一，化肥用量减少百分之二十八，榴莲坐果率提高百分之十二。可向被许可方提供图纸、控制软件和安装培训。',
      advantages: '适合坡地；节约灌溉用水和肥料；离网运行；维护简单，滴头可当地更换。',
    },
  },
  keywords: { market: ['果园', '榴莲'], technology: ['滴灌', '水肥一体化', '土壤湿度传感器', '太阳能'] },
  sector: 'A',
  ipc: ['A01G25/02', 'A01G25/16', 'A01C23/04'],
  sdgs: [2, 6, 7],
  dealTypes: ['nonExclusiveLicence', 'knowHow', 'jointDevelopment'],
  territories: ['TH', 'VN', 'LA', 'KH', 'MY'],
  partnerKinds: ['sme11to49', 'sme50to249', 'large'],
  trl: 8,
  stage: 'alreadyOnMarket',
  ip: { status: 'secretKnowHow' },
  claims: [
    { metric: '灌溉用水减少', value: 41, unit: '%', conditions: '与漫灌相比，广西和海南果园三个旱季' },
    { metric: '滴头流量偏差', value: 7, unit: '%', conditions: '高差三十米以内' },
  ],
  price: { min: 12_000_000, max: 30_000_000, currency: 'CNY' },
}

/** What the Thai growers ask for: a need whose only language is English. */
export const need: z.input<typeof needContent> = {
  type: 'TR',
  originalLanguage: 'en',
  texts: {
    en: {
      title: 'Drip irrigation with fertigation for hillside durian orchards without grid power',
      summary:
        'A co-operative of 180 fruit growers looks for a solar powered drip irrigation system that waters durian by soil moisture, doses fertiliser with the water and works on slopes.',
      description:
        'Our members grow durian and mangosteen in agriculture on hillsides. In the dry season the springs give half of the water that flood irrigation takes, and young fruit drops when the soil dries out. We look for drip irrigation that keeps an even flow on slopes with up to 25 m of height difference, driven by soil moisture sensors rather than by a timer, with fertiliser injected into the irrigation water. Most orchards have no grid, so pump and controller must run on solar power, and mobile coverage is poor. We can make pipes and do installations with local workshops, and want a licence with training to produce and service the system for our members.',
    },
  },
  keywords: {
    market: ['orchard', 'durian'],
    technology: ['drip irrigation', 'fertigation', 'soil moisture sensor', 'solar power'],
  },
  sector: 'A',
  ipc: ['A01G25/16'],
  sdgs: [2, 6],
  dealTypes: ['nonExclusiveLicence', 'knowHow'],
  territories: ['TH'],
  partnerKinds: ['university', 'researchInstitute'],
  minimumTrl: 7,
  budget: { max: 250_000_000, currency: 'THB' },
}

/** Drip irrigation for durian, in Thai: what a visitor types who finds the Chinese offer. */
export const query = { q: 'ระบบน้ำหยด สวนทุเรียน', lang: 'th' }
