import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { thousandths, wholeUnits } from '../src/codes/minor-units.ts'
import {
  countries,
  country,
  countryOf,
  currencies,
  currency,
  idOf,
  ipcClass,
  languageTag,
  moneyBand,
  reference,
  refusal,
  refusalCode,
  sectors,
  territory,
} from '../src/index.ts'
import { accepts } from './accepts.ts'

describe('countries', () => {
  it('are the 249 of ISO 3166-1, each once', () => {
    assert.equal(countries.length, 249)
    assert.equal(new Set(countries).size, 249)
  })

  it('have a name each', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    assert.deepEqual(
      countries.filter((code) => !names.of(code)),
      [],
    )
  })

  it('are codes in capitals; WORLD is a territory only', () => {
    accepts(country, ['CN', 'TW', 'LA'], ['cn', 'XK', 'UK', 'EU', 'WORLD', '', 'CHN', null])
    accepts(territory, ['WORLD', 'CN'], ['world', 'XX'])
  })
})

describe('a code that does not exist', () => {
  for (const [name, schema] of Object.entries({ country, territory, currency })) {
    it(`is no ${name}, which is said in a sentence and not by listing all`, () => {
      const message = schema.safeParse('XXX').error?.issues[0]?.message ?? ''
      assert.match(message, /ISO \d+.* such as [A-Z]+$/)
    })
  }
})

describe('currencies', () => {
  it('are currencies that Intl knows, each once', () => {
    // ISO 4217 has VED beside VES for the Venezuelan bolívar since 2021; the locale data behind Intl has VES alone.
    const known = new Set([...Intl.supportedValuesOf('currency'), 'VED'])
    assert.deepEqual(
      currencies.filter((code) => !known.has(code)),
      [],
    )
    assert.equal(new Set(currencies).size, currencies.length)
  })

  it('have hundredths, whole units or thousandths, which the description of money says', () => {
    const others = [...wholeUnits, ...thousandths]
    assert.equal(new Set(others).size, others.length)
    assert.deepEqual(
      others.filter((code) => !currencies.includes(code)),
      [],
    )
    assert.match(
      moneyBand.meta()?.description ?? '',
      /hundredths, also of IDR.* whole units of .*VND.*; thousandths of .*KWD/,
    )
  })

  it('include those of the first users', () => {
    const missing = ['CNY', 'THB', 'VND', 'LAK', 'KHR', 'MMK', 'MYR', 'IDR', 'EUR', 'USD'].filter(
      (code) => !currencies.includes(code),
    )
    assert.deepEqual(missing, [])
  })
})

describe('words of the domain', () => {
  it('language tags are canonical BCP 47', () => {
    accepts(
      languageTag,
      ['zh', 'zh-Hant', 'lo', 'km', 'my', 'pt-BR', 'yue-Hant-HK'],
      ['ZH', 'xx_1', '', 'zh-hant', 'zh-HANT', 'chinese', 'z', 'zh-', 'en-us', 'zh '],
    )
  })

  it('sectors are the sections A to U', () => {
    assert.equal(Object.keys(sectors).join(''), 'ABCDEFGHIJKLMNOPQRSTU')
  })

  it('references tell the country', () => {
    for (const given of ['TOCN8392041753', 'RDRCN20261124001', 'TRTR12345678', 'BOBO12345678'])
      assert.ok(reference.safeParse(given).success)
    assert.deepEqual(['TOCN8392041753', 'RDRLA20261124001', 'TRTR12345678', 'BOBO12345678'].map(countryOf), [
      'CN',
      'LA',
      'TR',
      'BO',
    ])
  })

  it('references name type, country and day', () => {
    accepts(
      reference,
      ['TOCN20261124001', 'RDRTH20261124', 'BRVN20261124000001'],
      ['XXCN20261124001', 'TOcn20261124001', 'TOCN2026112', 'TOCN202611240000012', ' TOCN20261124001', ''],
    )
  })

  it('ids name their kind', () => {
    const digits = '0123456789abcdef01234567'
    accepts(
      idOf('offer'),
      [`offer_${digits}`],
      [`need_${digits}`, `offer_${digits}0`, `offer_${digits.slice(1)}`, `offer_${digits.toUpperCase()}`, digits, ''],
    )
  })

  it('IPC symbols stand for a class, a subclass or a group', () => {
    accepts(
      ipcClass,
      ['A01', 'A01G', 'A01G9/24', 'H04L63/0428', 'Y02A40/10'],
      ['I01', 'Z01G', 'A1', 'A01G9', 'A01G9/2', ''],
    )
  })

  it('IPC symbols become canonical, however they are written', () => {
    const spellings = {
      'A01G9/24': ['A01G 9/24', 'a01g9/24', 'A01G 9/24 (2006.01)', 'A01G0009240000', 'A01G 009/24', ' A01G9/24 '],
      'A01G9/00': ['A01G0009000000', 'a01g 9/00', 'A01G 9/000000'],
      'H04L63/0428': ['H04L0063042800', 'H04L  63/0428 (2013.01)'],
      Y02A: ['y02a'],
    }
    for (const [symbol, written] of Object.entries(spellings)) {
      assert.deepEqual(
        written.map((one) => ipcClass.parse(one)),
        written.map(() => symbol),
      )
      assert.equal(ipcClass.parse(symbol), symbol)
    }
  })
})

describe('money bands', () => {
  it('have a lower end, an upper end or both, in that order', () => {
    accepts(
      moneyBand,
      [
        { min: 0, currency: 'CNY' },
        { max: 5, currency: 'CNY' },
        { min: 5, max: 5, currency: 'CNY' },
        { min: 0, max: Number.MAX_SAFE_INTEGER, currency: 'THB' },
      ],
      [
        { currency: 'CNY' },
        { min: 6, max: 5, currency: 'CNY' },
        { min: -1, currency: 'CNY' },
        { min: 0.5, currency: 'CNY' },
        { min: Number.MAX_SAFE_INTEGER + 1, currency: 'CNY' },
        { min: '5', currency: 'CNY' },
        { min: 5, currency: 'cny' },
        { min: 5 },
      ],
    )
  })

  it('name the offending field', () => {
    const paths = moneyBand
      .safeParse({ min: 6, max: 5, currency: 'CNY' })
      .error?.issues.map(({ path }) => path.join('.'))
    assert.deepEqual(paths, ['max'])
  })
})

describe('refusals', () => {
  it('explain `other` in words, and may explain the rest', () => {
    accepts(
      refusal,
      [{ code: 'price' }, { code: 'price', text: 'Too dear' }, { code: 'other', text: 'We closed down' }],
      [{ code: 'other' }, { code: 'other', text: '  ' }, { code: 'whim' }, {}, { text: 'No' }],
    )
  })

  it('ask for a text with `other` alone', () => {
    const needText = refusalCode.options.filter((code) => !refusal.safeParse({ code }).success)
    assert.deepEqual(needText, ['other'])
  })
})
