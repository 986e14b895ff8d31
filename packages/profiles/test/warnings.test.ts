import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stage } from '@techbridge/contracts'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import { warningsOf } from '../src/domain/warnings.ts'

const context = { organisation: organisations.university, reference: 'TOCN8392041753', at: '2026-11-26T09:00:00.000Z' }
type Status = 'none' | 'secretKnowHow' | 'applied' | 'granted'
type PatentStatus = 'applied' | 'granted' | 'lapsed'

const found = (content: Parameters<typeof warningsOf>[0]) =>
  warningsOf(content, 'content', context).map(({ code, path }) => `${code} ${path}`)

describe('warnings about intellectual property', () => {
  const offer = (status: Status, ...patents: PatentStatus[]) =>
    offerContent({
      ip: {
        status,
        patents: patents.map((one, place) => ({ number: `CN11512345${place}A`, office: 'CN', status: one })),
      },
    })
  const cases: [Status, PatentStatus[], string[]][] = [
    ['none', [], []],
    ['none', ['lapsed'], []],
    ['none', ['granted'], ['ip-none-with-patents content.ip.status']],
    ['none', ['applied'], ['ip-none-with-patents content.ip.status']],
    ['secretKnowHow', [], []],
    ['secretKnowHow', ['applied'], ['ip-secret-with-patents content.ip.status']],
    ['granted', ['granted', 'applied'], []],
    ['granted', [], ['ip-granted-without-patent content.ip.status']],
    ['granted', ['lapsed', 'applied'], ['ip-granted-without-patent content.ip.status']],
    ['applied', ['applied', 'granted'], []],
    ['applied', ['granted'], ['ip-applied-with-granted content.ip.status']],
    ['applied', [], []],
    ['applied', ['lapsed', 'applied'], []],
    ['applied', ['lapsed'], ['ip-applied-lapsed content.ip.status']],
  ]
  for (const [status, patents, warnings] of cases) {
    it(`${warnings.length > 0 ? 'come' : 'do not come'} of ${status} with ${patents.join(', ') || 'none'}`, () => {
      assert.deepEqual(found(offer(status, ...patents)), warnings)
    })
  }

  it('do not come of a need', () => assert.deepEqual(found(needContent()), []))
})

describe('warnings about patents', () => {
  type Listed = [number: string, office: string, status?: PatentStatus, expiry?: string]
  const offer = (status: Status, ...patents: Listed[]) =>
    offerContent({
      ip: {
        status,
        patents: patents.map(([number, office, one = 'granted', expiry]) => ({
          number,
          office: office as 'CN',
          status: one,
          expiry,
        })),
      },
    })

  const ended = '2026-11-25'
  const expiries: [Status, [PatentStatus, string?][], string[]][] = [
    ['granted', [['granted', '2026-11-26']], []],
    ['granted', [['granted', '2040-01-01']], []],
    ['granted', [['granted', ended], ['granted']], ['patent-expired content.ip.patents.0.status']],
    [
      'granted',
      [
        ['granted', ended],
        ['applied', '2044-01-01'],
      ],
      ['ip-granted-expired content.ip.status', 'patent-expired content.ip.patents.0.status'],
    ],
    ['granted', [['lapsed', ended], ['granted']], []],
    [
      'applied',
      [['applied', ended]],
      ['ip-applied-lapsed content.ip.status', 'patent-expired content.ip.patents.0.status'],
    ],
    ['none', [['granted', ended]], ['patent-expired content.ip.patents.0.status']],
    ['none', [['lapsed', ended]], []],
  ]
  for (const [status, patents, warnings] of expiries) {
    it(`${warnings.join(', ') || 'none'}: ${status} with ${patents.map((one) => one.join(' until '))}`, () => {
      const given = patents.map(([one, expiry], place): Listed => [`CN11512345${place}`, 'CN', one, expiry])
      assert.deepEqual(found(offer(status, ...given)), warnings)
    })
  }

  const numbers: [number: string, office: string, warning?: string][] = [
    ['ZL 2004 1 0016940.6', 'CN'],
    ['CN115123456B', 'US', 'patent-office content.ip.patents.0.office'],
    ['ZL200410016940.6', 'VN', 'patent-office content.ip.patents.0.office'],
    ['特許第6543210号', 'KR', 'patent-office content.ip.patents.0.office'],
    ['PCT/CN2023/012345', 'CN', 'patent-office content.ip.patents.0.office'],
    ['PCT/CN2023/012345', 'WO'],
    // European and Eurasian patents, and some of China, take effect in other states under their own number.
    ['EP1234567B1', 'DE'],
    ['EP1234567B1', 'KH'],
    ['EA041234B1', 'KZ'],
    ['CN115123456B', 'KH'],
    ['EP1234567B1', 'CN', 'patent-office content.ip.patents.0.office'],
    ['CN115123456B', 'TH', 'patent-office content.ip.patents.0.office'],
    ['internal no. 7', 'CN', 'patent-number-unread content.ip.patents.0.number'],
    ['foo 12', 'CN', 'patent-number-unread content.ip.patents.0.number'],
    ['CN 12', 'CN', 'patent-number-unread content.ip.patents.0.number'],
    ['12', 'US', 'patent-number-unread content.ip.patents.0.number'],
    // Of this office no formats are known.
    ['BR 10 2020 012345 6', 'BR'],
    ['10 2020 012345 6', 'BR'],
    ['pending', 'BR', 'patent-number-unread content.ip.patents.0.number'],
  ]
  for (const [number, office, warning] of numbers) {
    it(`${warning ? 'come' : 'do not come'} of the number ${number} at ${office}`, () => {
      assert.deepEqual(found(offer('granted', [number, office])), warning ? [warning] : [])
    })
  }
})

describe('warnings about maturity', () => {
  const likely: Record<string, number[]> = {
    concept: [1, 2, 3],
    underDevelopment: [1, 2, 3, 4, 5, 6, 7, 8],
    labTested: [3, 4, 5, 6],
    availableForDemonstration: [4, 5, 6, 7, 8, 9],
    alreadyOnMarket: [8, 9],
  }
  for (const name of stage.options) {
    it(`of ${name} come of no TRL but ${likely[name]}`, () => {
      const quiet = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((trl) => found(offerContent({ trl, stage: name })).length === 0)
      assert.deepEqual(quiet, likely[name])
      const [wrong] = warningsOf(offerContent({ trl: name === 'concept' ? 9 : 2, stage: name }), 'draft', context)
      if (wrong) assert.deepEqual([wrong.code, wrong.path], ['trl-against-stage', 'draft.trl'])
    })
  }
})

describe('warnings about days', () => {
  const patent = { number: 'TH12345', office: 'TH', status: 'granted' } as const
  const said = (content: Parameters<typeof warningsOf>[0]) =>
    warningsOf(content, 'content', context).map(({ path, message }) => `${path} ${message}`)
  const far = 'is centuries away; write it in the Common Era'

  it('come of years that nobody means, such as those of the Buddhist calendar', () => {
    assert.deepEqual(said(needContent({ responseDeadline: '2570-02-28' })), [
      `content.responseDeadline ${far}: 2027-02-28, if it is of the Buddhist calendar`,
    ])
    assert.deepEqual(said(needContent({ responseDeadline: '9999-12-31' })), [`content.responseDeadline ${far}`])
    assert.deepEqual(
      said(offerContent({ ip: { status: 'granted', patents: [{ ...patent, expiry: '2583-05-01' }] } })),
      [`content.ip.patents.0.expiry ${far}: 2040-05-01, if it is of the Buddhist calendar`],
    )
  })

  it('do not come of others', () => {
    assert.deepEqual(said(needContent({ responseDeadline: '2027-02-28' })), [])
    assert.deepEqual(said(needContent()), [])
    assert.deepEqual(
      said(offerContent({ ip: { status: 'granted', patents: [{ ...patent, expiry: '2040-05-01' }] } })),
      [],
    )
  })
})
