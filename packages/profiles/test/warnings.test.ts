import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import { warningsOf } from '../src/domain/warnings.ts'

const context = { organisation: organisations.university, at: '2026-11-26T09:00:00.000Z' }
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
  ]
  for (const [status, patents, warnings] of cases) {
    it(`${warnings.length > 0 ? 'come' : 'do not come'} of ${status} with ${patents.join(', ') || 'none'}`, () => {
      assert.deepEqual(found(offer(status, ...patents)), warnings)
    })
  }

  it('do not come of a need', () => assert.deepEqual(found(needContent()), []))
})
