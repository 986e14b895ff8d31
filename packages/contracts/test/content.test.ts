import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dealType, needContent, offerContent, territory } from '../src/index.ts'
import { accepts } from './accepts.ts'
import { offerContent as offer } from './fixtures.ts'

const full = offer().texts.zh
const withText = (part: object) => ({ ...offer(), texts: { zh: { ...full, ...part } } })
const letters = (count: number) => '文'.repeat(count)
const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one)

/** Each limit with what lies on it and what lies one beyond. */
const limits: Record<string, [limit: number, make: (count: number) => object]> = {
  title: [256, (count) => withText({ title: letters(count) })],
  summary: [500, (count) => withText({ summary: letters(count) })],
  description: [4000, (count) => withText({ description: letters(count) })],
  advantages: [2000, (count) => withText({ advantages: letters(count) })],
  'market keywords': [5, (count) => ({ ...offer(), keywords: { market: many(count, '水') } })],
  'technology keywords': [5, (count) => ({ ...offer(), keywords: { technology: many(count, '水') } })],
  'a keyword': [80, (count) => ({ ...offer(), keywords: { market: [letters(count)] } })],
  'IPC symbols': [10, (count) => ({ ...offer(), ipc: many(count, 'A01G') })],
  SDGs: [17, (count) => ({ ...offer(), sdgs: many(count, 2) })],
  'an SDG': [17, (count) => ({ ...offer(), sdgs: [count] })],
  TRL: [9, (count) => ({ ...offer(), trl: count })],
  'deal types': [12, (count) => ({ ...offer(), dealTypes: many(count, dealType.options[0]) })],
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
