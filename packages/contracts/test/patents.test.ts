import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  isPatentNumber,
  offerContent,
  patentKeys,
  patentProblem,
  readPatent,
  render,
  writtenOffer,
} from '../src/index.ts'
import { offerContent as offer } from './fixtures.ts'

/** Canonical numbers by office, with spellings of them. */
const spellings: Record<string, Record<string, string[]>> = {
  CN: {
    'CN200410016940.6': [
      'ZL 2004 1 0016940.6',
      '200410016940.6',
      '200410016940',
      'CN2004100169406',
      '专利号：ZL200410016940.6',
    ],
    'CN98805245.8': ['ZL98805245.8', '98805245.8'],
    CN115123456A: ['CN 115123456 A', '１１５１２３４５６A', 'CN-115123456-A', 'CN.115123456.A'],
  },
  WO: {
    WO2023123456A1: ['WO 2023/123456 A1', 'PCT WO 2023/123456 A1', '2023/123456 A1', 'WO-2023123456-A1'],
    WO9912345A1: ['WO 99/12345 A1', 'WO1999/012345 A1'],
    'PCT/CN2023/012345': ['PCT/CN2023/12345', 'pct/cn2023/012345'],
  },
  EP: { EP1234567B1: ['EP 1 234 567 B1'], 'EP18275163.6': ['18 275 163.6', 'EP18275163'] },
  US: {
    US11234567B2: ['11,234,567 B2', 'U.S. Patent No. 11,234,567 B2'],
    'US17/123456': ['17/123,456'],
    US20210123456A1: ['US 2021/0123456 A1', 'US2021123456A1'],
    USRE45123: ['RE45,123'],
  },
  EA: { EA041234B1: ['EA 041234 B1', '41234B1'] },
  VN: { 'VN1-2020-01234': ['1-2020-01234', 'VN1202001234'], VN10012345: ['1-0012345-000', 'VN 1-0012345'] },
  TH: { TH2001001234: ['2001001234'], TH12345: ['สิทธิบัตรเลขที่ ๑๒๓๔๕'] },
  ID: { IDP00202012345: ['P00202012345', 'IDP 00 2020 12345'], IDP000012345: ['IDP0012345'] },
  MY: { MYPI2020001234: ['PI 2020001234'], MY123456A: ['MY-123456-A'] },
  SG: { SG10202012345X: ['10202012345X'] },
  PH: { 'PH1-2020-050123': ['1/2020/050123'] },
  IN: { IN202011012345: ['202011012345'] },
  JP: {
    'JP2020-123456': ['特願2020-123456', '令和2年特許願第123456号', '特願令2-123456'],
    JP2021123456A: ['特開2021-123456', 'JP 2021-123456 A', 'JP-2021123456-A'],
    JPH10123456A: ['特開平10-123456'],
    JP6543210: ['特許第6543210号'],
  },
  KR: { KR1020200012345: ['10-2020-0012345'], KR101234567: ['특허 제10-1234567호'] },
  TW: { TWI712345: ['I712345'] },
  DE: { DE102020123456A1: ['DE 10 2020 123 456 A1'] },
  RU: { RU2765432C1: ['RU 2 765 432 C1'] },
}

describe('a patent number', () => {
  for (const [office, numbers] of Object.entries(spellings)) {
    it(`of ${office} has one canonical form`, () => {
      for (const [number, written] of Object.entries(numbers)) {
        for (const one of [number, ...written]) {
          const { number: found, office: of, recognised, error } = readPatent(one, office)
          assert.deepEqual([one, found, of, recognised, error], [one, number, office, true, undefined])
        }
      }
    })
  }

  it('has a key that no kind of publication changes', () => {
    const keys = ['CN115123456A', 'CN115123456B', 'CN 115123456'].map((number) => readPatent(number, 'CN').key)
    assert.deepEqual(new Set(keys), new Set(['CN115123456']))
    assert.ok(patentKeys('6543210').includes('JP6543210'))
  })

  it('is looked for by what it may mean, or else says what to write', () => {
    const found: [string, string[]][] = [
      ['ZL 2004 1 0016940.6', ['CN200410016940.6']],
      ['CN200410016940', ['CN200410016940.6']],
      ['U.S. Patent No. 11,234,567 B2', ['US11234567']],
      ['wo 2023/123456', ['WO2023123456']],
      ['PCT/CN2023/12345', ['PCT/CN2023/012345']],
      ['BR 10 2020 012345 6', ['BR1020200123456']],
    ]
    for (const [written, keys] of found) {
      assert.deepEqual([patentKeys(written), patentProblem(written)], [keys, undefined], written)
    }
    assert.equal(readPatent('10 2020 012345 6', 'BR').key, 'BR1020200123456')
    assert.ok(patentKeys('202310123456').includes('CN202310123456.6'))
    const refused: [string, RegExp][] = [
      ['durian', /must be a patent number .+ with the office before it$/],
      ['', /must be a patent number/],
      ['CN 12', /CN has no numbers of this form$/],
      ['ZL98805245.1', /has the check digit 1, but 98805245 has 8/],
      ['ZL202310123456.7', /check digit 7, but 202310123456 has 6/],
      ['PCT/ZZ2023/012345', /not a receiving office/],
    ]
    for (const [written, problem] of refused) {
      assert.deepEqual(patentKeys(written), [], written)
      const said = patentProblem(written)
      assert.match(said ? render(said) : '', problem)
    }
    for (const text of ['US10123456B2', 'CN 2023 1 0123456.6']) assert.ok(isPatentNumber(text), text)
    for (const text of ['10123456', 'US 2020 solar pumps', 'dryer', 'ZL202310123456.7', 'A01G9/24']) {
      assert.equal(isPatentNumber(text), false, text)
    }
  })

  it('stays as it is written when its office has no such format', () => {
    for (const [number, office] of [
      ['foo bar', 'CN'],
      ['BR 10 2020 012345 6', 'BR'],
      ['12', 'US'],
      ['EP0000000', 'EP'],
      ['0', 'VN'],
    ] as const) {
      assert.deepEqual([readPatent(number, office).number, readPatent(number, office).recognised], [number, false])
    }
  })

  it('is refused in requests alone when it cannot exist', () => {
    const withNumber = (number: string, office: string) => ({
      ...offer(),
      ip: { status: 'granted', patents: [{ number, office, status: 'granted' }] },
    })
    const impossible = [
      ['ZL202310123456.7', 'CN', /check digit 7, but 202310123456 has 6/],
      ['ZL98805245.1', 'CN', /check digit/],
      ['EP18275163.5', 'EP', /check digit/],
      ['PCT/ZZ2023/012345', 'WO', /not a receiving office/],
    ] as const
    for (const [number, office, message] of impossible) {
      assert.equal(offerContent.safeParse(withNumber(number, office)).success, true)
      const [issue] = writtenOffer.safeParse(withNumber(number, office)).error?.issues ?? []
      assert.equal(issue?.path.join('.'), 'ip.patents.0.number')
      assert.match(issue?.message ?? '', message)
    }
    assert.equal(writtenOffer.parse(withNumber('zl 2023 1 0123456.6', 'CN')).ip.patents[0]?.number, 'CN202310123456.6')
  })

  it('names its office by a code of WIPO ST.3', () => {
    const { error } = offerContent.safeParse({
      ...offer(),
      ip: { status: 'granted', patents: [{ number: '1', office: 'EPO', status: 'granted' }] },
    })
    assert.match(error?.issues[0]?.message ?? '', /for "EPO" write EP$/)
  })
})
