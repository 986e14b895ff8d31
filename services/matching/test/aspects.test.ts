import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { NeedContent, OfferContent } from '@techbridge/contracts'
import { needContent, offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import { type Aspect, aspectNames, changedAspects, fingerprintOf } from '../src/domain/aspects.ts'
import { analyseProfile, type PublishedProfile } from '../src/domain/profile.ts'
import { anyNeed, anyOffer, publishedNeed, publishedOffer } from './pairs.ts'

const hash = (value: string) => createHash('sha256').update(value).digest('hex')
const fingerprint = (profile: PublishedProfile) => fingerprintOf(profile, analyseProfile(profile), hash)
const changed = (before: PublishedProfile, after: PublishedProfile) => {
  const same = fingerprint(publishedNeed())
  return changedAspects([same, fingerprint(before)], [same, fingerprint(after)])
}

const text = {
  en: {
    title: 'Drip irrigation with solar pumps for hillside orchards',
    summary: 'Pressure compensating emitters keep the flow even on slopes.',
    description:
      'Twelve trials on durian, mango and pomelo saved water and fertiliser. The controller reads soil moisture, opens valves by zone and reports leaks by radio.',
  },
}
const otherText = {
  en: {
    title: 'Grafted seedlings that resist bacterial wilt',
    summary: 'Nursery protocol for tomato and aubergine rootstocks.',
    description: 'Scions are joined at the cotyledon stage and healed in the dark at high humidity for five days.',
  },
}
const offer = (overrides: Partial<OfferContent> = {}) => publishedOffer(offerContent({ texts: text, ...overrides }))
const need = (overrides: Partial<NeedContent> = {}) => publishedNeed(needContent({ texts: text, ...overrides }))

const oneWordMore = { en: { ...text.en, description: `${text.en.description} Robust.` } }
const rephrased = { en: { ...text.en, title: 'Solar drip irrigation for orchards on hillsides' } }

const none = { market: [], technology: [] }

const vietnamese = {
  title: 'Tưới nhỏ giọt bằng bơm năng lượng mặt trời cho vườn trên đồi',
  summary: 'Đầu nhỏ giọt bù áp giữ lưu lượng đều trên sườn dốc.',
  description: 'Mười hai thử nghiệm trên sầu riêng, xoài và bưởi tiết kiệm nước và phân bón.',
}
const chinese = {
  zh: {
    title: '山地果园太阳能滴灌',
    summary: '压力补偿滴头在坡地上保持均匀流量。',
    description: '在榴莲、芒果和柚子上进行了十二次试验,节约用水和肥料。',
  },
}
const chineseWithMore = { zh: { ...chinese.zh, description: `${chinese.zh.description}坚固。` } }
const inChinese = (texts: OfferContent['texts']) => offer({ originalLanguage: 'zh', texts })
const otherChinese = {
  zh: {
    title: '抗青枯病嫁接苗',
    summary: '番茄和茄子砧木的育苗规程。',
    description: '接穗在子叶期嫁接,在黑暗高湿条件下愈合五天。',
  },
}

const granted = { number: 'ZL 2018 1 0123456.7', office: 'CN', status: 'granted' } as const
const applied = { number: 'EP 3 456 789 A1', office: 'EP', status: 'applied' } as const
const patents: OfferContent['ip'] = { status: 'granted', patents: [granted, applied] }
const rewritten: OfferContent['ip'] = {
  patents: [
    { ...applied, number: 'EP3456789A1' },
    { ...granted, number: 'ZL201810123456.7' },
  ],
  status: 'granted',
}
const [ipc, reordered] = [
  ['A01G25/02', 'F04B17/00'],
  ['F04B17/00', 'A01G25/02'],
]

const cases: [name: string, before: PublishedProfile, after: PublishedProfile, expected: Aspect[]][] = [
  ['one word more', offer(), offer({ texts: oneWordMore }), []],
  ['a title in other words', need(), need({ texts: rephrased }), []],
  ['another text', offer(), offer({ texts: otherText }), ['text']],
  ['a translation', offer({ texts: text }), offer({ texts: { ...text, vi: vietnamese } }), []],
  ['a translation less', need({ texts: { ...text, vi: vietnamese } }), need({ texts: text }), []],
  ['a variant of the language', need(), need({ originalLanguage: 'en-GB', texts: { 'en-GB': text.en } }), []],
  ['a text in another language', need(), need({ originalLanguage: 'vi', texts: { vi: vietnamese } }), ['text']],
  ['a Chinese text of other words', inChinese(chinese), inChinese(otherChinese), ['text']],
  ['one Chinese word more', inChinese(chinese), inChinese(chineseWithMore), []],
  [
    'patents written otherwise, classes in another order',
    offer({ ip: patents, ipc }),
    offer({ ip: rewritten, ipc: reordered }),
    [],
  ],
  ['another patent', offer({ ip: patents }), offer({ ip: { ...patents, patents: [] } }), ['ip']],
  ['a higher TRL', offer({ trl: 4 }), offer({ trl: 5 }), ['maturity']],
  ['a lower TRL asked for', need({ minimumTrl: 7 }), need({ minimumTrl: 5 }), ['maturity']],
  ['one territory more', offer({ territories: ['VN'] }), offer({ territories: ['VN', 'LA'] }), ['territory']],
  ['territories in another order', need({ territories: ['VN', 'LA'] }), need({ territories: ['LA', 'VN'] }), []],
  [
    'another price',
    offer({ price: { max: 1, currency: 'CNY' } }),
    offer({ price: { max: 2, currency: 'CNY' } }),
    ['price'],
  ],
  ['a budget', need({ budget: undefined }), need({ budget: { max: 5, currency: 'VND' } }), ['price']],
  [
    'a granted patent',
    offer({ ip: { status: 'applied', patents: [] } }),
    offer({ ip: { status: 'granted', patents: [] } }),
    ['ip'],
  ],
  ['other deal types', need({ dealTypes: ['option'] }), need({ dealTypes: ['assignment'] }), ['dealType']],
  ['another class', offer({ ipc: ['A01G25/02'] }), offer({ ipc: ['C02F1/44'] }), ['classification']],
]

for (const [name, before, after, expected] of cases)
  test(`${name} changes ${expected.join(', ') || 'nothing that a refusal is about'}`, () =>
    assert.deepEqual(changed(before, after), expected))

test('the same profile has not changed, whatever it says', () => {
  fc.assert(
    fc.property(fc.oneof(anyOffer, anyNeed), (profile: PublishedProfile) => {
      assert.deepEqual(changed(profile, structuredClone(profile)), [])
    }),
  )
})

test('a fingerprint holds none of the words', () => {
  const { hashes, texts } = fingerprint(offer({ price: { max: 123_456, currency: 'CNY' } }))
  assert.deepEqual(
    Object.entries(texts).map(([language, { length }]) => [language, length]),
    [['en', 64]],
  )
  assert.ok(texts.en!.every((value) => Number.isInteger(value)))
  assert.doesNotMatch(JSON.stringify(hashes), /irrigation|123456|CNY/)
  assert.ok(Object.keys(hashes).every((aspect) => (aspectNames as readonly string[]).includes(aspect)))
})

test('one word more never makes another text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'), minLength: 4, maxLength: 9 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 40 }), word, (words, more) => {
      const saying = (all: string[]) =>
        offer({ texts: { en: { title: all[0]!, summary: all.join(' '), description: all.join(' ') } }, keywords: none })
      assert.deepEqual(changed(saying(words), saying([...words, more])), [])
    }),
    { seed: 13, numRuns: 300 },
  )
})
