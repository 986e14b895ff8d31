import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { z } from 'zod'
import { country, currency, languageTag, offerContent, territory, unknownInTag, writtenOffer } from '../src/index.ts'
import { offerContent as offer } from './fixtures.ts'

const messageOf = (schema: z.ZodType, given: unknown) => schema.safeParse(given).error?.issues[0]?.message

const hints: Record<string, [z.ZodType, Record<string, string>]> = {
  country: [
    country,
    {
      EL: 'GR',
      UK: 'GB',
      THA: 'TH',
      cn: 'CN',
      'Viet Nam': 'VN',
      'Việt Nam': 'VN',
      越南: 'VN',
      'Lao PDR': 'LA',
      ລາວ: 'LA',
      ประเทศไทย: 'TH',
      កម្ពុជា: 'KH',
      မြန်မာ: 'MM',
      Burma: 'MM',
      တရုတ်ပြည်: 'CN',
      พม่า: 'MM',
      'Miến Điện': 'MM',
      เขมร: 'KH',
      ＴＨ: 'TH',
      อังกฤษ: 'GB',
      Nhật: 'JP',
      ထိုင်းနိုင်ငံ: 'TH',
      အမေရိကန်: 'US',
      អាមេរិក: 'US',
      Amerika: 'US',
      ພະມ້າ: 'MM',
      'Amerika Serikat': 'US',
      'cote d’ivoire': 'CI',
    },
  ],
  territory: [territory, { worldwide: 'WORLD', 全球: 'WORLD', Laos: 'LA' }],
  currency: [
    currency,
    {
      RMB: 'CNY',
      人民币: 'CNY',
      NT$: 'TWD',
      thb: 'THB',
      บาท: 'THB',
      đồng: 'VND',
      ບາດ: 'THB',
      จ๊าต: 'MMK',
      កីប: 'LAK',
      瑞尔: 'KHR',
      รูเปียห์: 'IDR',
      Rp: 'IDR',
      DEM: 'EUR',
    },
  ],
  language: [
    languageTag,
    {
      'ZH-hant': 'zh-Hant',
      zh_CN: 'zh-CN',
      in: 'id',
      iw: 'he',
      mo: 'ro',
      'zh-yue': 'yue',
      Chinese: 'zh',
      中文: 'zh',
      ພາສາລາວ: 'lo',
      Indonesian: 'id',
      'Bahasa Indonesia': 'id',
      ภาษาอินโดนีเซีย: 'id',
      普通话: 'zh',
      柬埔寨语: 'km',
      မြန်မာစာ: 'my',
    },
  ],
}

describe('what people write for a code', () => {
  for (const [name, [schema, codes]] of Object.entries(hints)) {
    it(`is refused as a ${name} with the code to write`, () => {
      for (const [given, code] of Object.entries(codes)) {
        assert.match(messageOf(schema, given) ?? '', new RegExp(`write ${code}$`), given)
      }
    })
  }

  it('has no code when it stands for several, or for none of the standard', () => {
    assert.match(messageOf(country, 'Congo') ?? '', /write CG or CD$/)
    assert.match(messageOf(country, 'XK') ?? '', /user-assigned/)
    assert.match(messageOf(currency, '$') ?? '', /several currencies/)
    assert.match(messageOf(currency, 'ដុល្លារ') ?? '', /several currencies/)
    assert.match(messageOf(country, 'Atlantis') ?? '', /such as TH$/)
    assert.match(messageOf(country, 'x'.repeat(10_000)) ?? '', /such as TH$/)
  })
})

describe('languages', () => {
  it('exist when the IANA registry has all their subtags', () => {
    const existing = ['zh', 'zh-Hant-HK', 'mnw', 'ksw', 'khb', 'kjg', 'tts', 'es-419', 'de-1901']
    assert.deepEqual(
      existing.map(unknownInTag),
      existing.map(() => undefined),
    )
    for (const tag of [
      'zz',
      'qqq',
      'qaa',
      'qtz',
      'xx',
      'cn',
      'en-Xxxx',
      'en-QQ',
      'en-ZZ',
      'th-AA',
      'vn',
      'de-1902',
      'und',
    ]) {
      assert.notEqual(unknownInTag(tag), undefined, tag)
    }
  })

  it('that do not exist are refused in requests, and stay in records of earlier versions', () => {
    const { zh } = offer().texts
    const inZz = { ...offer(), texts: { zh, zz: zh } }
    assert.equal(offerContent.safeParse(inZz).success, true)
    assert.deepEqual(
      writtenOffer.safeParse(inZz).error?.issues.map(({ path, message }) => [path.join('.'), message]),
      [['texts.zz', 'must be an existing language: zz is not a language in the IANA registry']],
    )
    const original = writtenOffer.safeParse({ ...offer(), originalLanguage: 'qqq', texts: { qqq: zh } })
    assert.deepEqual(
      original.error?.issues.map(({ path }) => path.join('.')),
      ['originalLanguage'],
    )
  })
})

describe('a tag that no language can have', () => {
  for (const tag of ['aa-00000000-00000000-0000000-000000', 'en-x-', 'zh-a', 'en-u-ca', 'de-1996-1996', 'i-klingon']) {
    it(`is refused: ${tag}`, () => {
      const { error } = writtenOffer.safeParse({ ...offer(), originalLanguage: tag })
      assert.ok(error?.issues.some(({ path }) => path.join('.') === 'originalLanguage'))
    })
  }
})
