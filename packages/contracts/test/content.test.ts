import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dealType, needContent, offerContent, organisationKind, territory } from '../src/index.ts'
import { accepts } from './accepts.ts'
import { offerContent as offer } from './fixtures.ts'

const full = offer().texts.zh
const withText = (part: object) => ({ ...offer(), texts: { zh: { ...full, ...part } } })
const letters = (count: number) => '文'.repeat(count)
const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one)
const numbers = (count: number) => Array.from({ length: count }, (_, place) => place + 1)

/** Each limit with what lies on it and what lies one beyond. */
const limits: Record<string, [limit: number, make: (count: number) => object]> = {
  title: [256, (count) => withText({ title: letters(count) })],
  summary: [500, (count) => withText({ summary: letters(count) })],
  description: [4000, (count) => withText({ description: letters(count) })],
  advantages: [2000, (count) => withText({ advantages: letters(count) })],
  'market keywords': [5, (count) => ({ ...offer(), keywords: { market: many(count, '水') } })],
  'technology keywords': [5, (count) => ({ ...offer(), keywords: { technology: many(count, '水') } })],
  'a keyword': [80, (count) => ({ ...offer(), keywords: { market: [letters(count)] } })],
  'IPC symbols': [10, (count) => ({ ...offer(), ipc: numbers(count).map((group) => `A01G${group}/00`) })],
  SDGs: [17, (count) => ({ ...offer(), sdgs: numbers(count) })],
  'an SDG': [17, (count) => ({ ...offer(), sdgs: [count] })],
  TRL: [9, (count) => ({ ...offer(), trl: count })],
  territories: [60, (count) => ({ ...offer(), territories: territory.options.slice(0, count) })],
  claims: [20, (count) => ({ ...offer(), claims: many(count, { metric: 'water', value: 18, unit: '%' }) })],
  patents: [
    50,
    (count) => ({
      ...offer(),
      ip: { status: 'granted', patents: many(count, { number: 'CN1', office: 'CN', status: 'granted' }) },
    }),
  ],
}

describe('the content of an offer', () => {
  for (const [name, [limit, make]] of Object.entries(limits)) {
    it(`takes ${name} up to ${limit}`, () => accepts(offerContent, [make(limit)], [make(limit + 1)]))
  }

  it('takes texts that hold something, and trims them', () => {
    accepts(offerContent, [withText({ title: ' 滴灌 ' })], [withText({ title: '' }), withText({ title: ' \n' })])
    assert.equal(offerContent.parse(withText({ title: ' 滴灌 ' })).texts.zh?.title, '滴灌')
  })

  it('takes texts in at most 16 languages', () => {
    const languages = [
      'zh',
      'en',
      'th',
      'vi',
      'lo',
      'km',
      'my',
      'id',
      'ms',
      'fil',
      'ta',
      'hi',
      'bn',
      'ne',
      'si',
      'ja',
      'ko',
    ]
    const inLanguages = (count: number) => ({
      ...offer(),
      texts: Object.fromEntries(languages.slice(0, count).map((language) => [language, full])),
    })
    accepts(offerContent, [inLanguages(16)], [inLanguages(17)])
  })

  it('takes only texts that can be seen, with joiners and breaks inside', () => {
    const texts = ['ប្រព័ន្ធ\u200bស្រោចស្រព', 'မြန်မာ\u200c', 'one\ntwo\tthree', '🌾']
    const refused = ['\u200b\u200d', '\ufeff', '\u3164', 'bell\u0007', 'escape\u001b[31m']
    accepts(
      offerContent,
      texts.map((title) => withText({ title })),
      refused.map((title) => withText({ title })),
    )
  })

  it('takes nothing twice into a list', () => {
    const lists = {
      ipc: ['A01G', 'A01G9/24'],
      sdgs: [2, 6],
      dealTypes: dealType.options,
      territories: ['TH', 'VN'],
      partnerKinds: organisationKind.options,
    }
    for (const [name, values] of Object.entries(lists)) {
      accepts(offerContent, [{ ...offer(), [name]: values }], [{ ...offer(), [name]: [...values.slice(1), values[1]] }])
    }
    const { error } = offerContent.safeParse({ ...offer(), territories: ['TH', 'TH'] })
    assert.deepEqual(
      error?.issues.map(({ path, message }) => [path.join('.'), message]),
      [['territories', 'must not contain duplicates']],
    )
  })

  it('says at `texts` how many languages it takes', () => {
    const tags = [...'abcdefghijklmnopq'].map((letter) => `x${letter}`)
    const { error } = offerContent.safeParse({
      ...offer(),
      texts: Object.fromEntries(['zh', ...tags].map((tag) => [tag, full])),
    })
    assert.deepEqual(
      error?.issues.map(({ path, message }) => [path.join('.'), message]),
      [['texts', 'must have at most 16 languages']],
    )
  })

  it('stays far below the megabyte that a broker takes, however full', () => {
    const tags = ['zh', ...[...'abcdefghijklmno'].map((letter) => `x${letter}`)]
    const longest = {
      title: letters(256),
      summary: letters(500),
      description: letters(4000),
      advantages: letters(2000),
    }
    const fullest = {
      ...offer(),
      texts: Object.fromEntries(tags.map((tag) => [tag, longest])),
      claims: many(20, { metric: letters(120), value: 1, unit: letters(40), conditions: letters(300) }),
      ip: { status: 'granted', patents: many(50, { number: letters(40), office: 'CN', status: 'granted' }) },
    }
    accepts(offerContent, [fullest])
    assert.ok(Buffer.byteLength(JSON.stringify(fullest)) < 500_000)
  })

  it('needs a deal type and a territory', () => {
    accepts(
      offerContent,
      [],
      [
        { ...offer(), dealTypes: [] },
        { ...offer(), territories: [] },
      ],
    )
  })

  it('needs a text in the original language, and says so at `texts`', () => {
    const { error } = offerContent.safeParse({ ...offer(), originalLanguage: 'th' })
    assert.deepEqual(
      error?.issues.map(({ path }) => path.join('.')),
      ['texts'],
    )
  })

  it('takes texts by language tags alone', () => {
    accepts(
      offerContent,
      [{ ...offer(), texts: { zh: full, lo: full, 'zh-Hant': full } }],
      [{ ...offer(), texts: { zh: full, ZH: full } }],
    )
  })

  it('fills in what was left out', () => {
    const { keywords, ipc, sdgs, partnerKinds, anonymous, claims, ip } = offerContent.parse(offer())
    assert.deepEqual(
      { keywords, ipc, sdgs, partnerKinds, anonymous, claims, ip },
      {
        keywords: { market: [], technology: [] },
        ipc: [],
        sdgs: [],
        partnerKinds: [],
        anonymous: false,
        claims: [],
        ip: { status: 'granted', patents: [] },
      },
    )
  })

  it('is of an offer’s type; a need is of a need’s', () => {
    const { trl: _, stage: __, ip: ___, ...common } = offer()
    accepts(offerContent, [{ ...offer(), type: 'BO' }], [{ ...offer(), type: 'TR' }])
    accepts(
      needContent,
      [{ ...common, type: 'RDR', minimumTrl: 1 }],
      [common, { ...common, type: 'TR', minimumTrl: 0 }],
    )
  })
})
