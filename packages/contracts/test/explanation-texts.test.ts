import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dealType, explanationLanguages, isDraft, renderIn, sectors } from '../src/index.ts'
import { en } from '../src/messages/matching/en.ts'
import { id } from '../src/messages/matching/id.ts'
import { km } from '../src/messages/matching/km.ts'
import { lo } from '../src/messages/matching/lo.ts'
import { my } from '../src/messages/matching/my.ts'
import { type MatchingCode, matchingParameters } from '../src/messages/matching/parameters.ts'
import { th } from '../src/messages/matching/th.ts'
import { vi } from '../src/messages/matching/vi.ts'
import { zh } from '../src/messages/matching/zh.ts'

const wordings = { en, zh, th, vi, lo, km, my, id }
const codes = Object.keys(matchingParameters) as MatchingCode[]
/** They say what other parameters are in. */
const unwritten = ['currency']
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

const scripts: Record<string, RegExp> = {
  zh: /\p{Script=Han}/u,
  th: /\p{Script=Thai}/u,
  lo: /\p{Script=Lao}/u,
  km: /\p{Script=Khmer}/u,
  my: /\p{Script=Myanmar}/u,
}

describe('the texts about matches', () => {
  for (const [language, { texts, dealTypes, sectors: names }] of Object.entries(wordings)) {
    it(`are there in ${language}, with the parameters of each`, () => {
      assert.deepEqual(Object.keys(texts).sort(), codes.toSorted())
      for (const code of codes) {
        const parameters = Object.keys(matchingParameters[code]).filter((name) => !unwritten.includes(name))
        assert.deepEqual(holes(texts[code]), parameters.sort(), code)
      }
      assert.deepEqual(Object.keys(dealTypes).sort(), dealType.options.toSorted())
      assert.deepEqual(Object.keys(names), Object.keys(sectors))
    })

    it(`are written in ${language}, and no two alike`, () => {
      const all = [...Object.values(texts), ...Object.values(dealTypes), ...Object.values(names)]
      for (const text of all) {
        if (language in scripts) assert.match(text, scripts[language]!)
        assert.equal(text, text.normalize('NFC').trim())
        assert.doesNotMatch(text, / {2}|\u200b/)
      }
      assert.equal(new Set(Object.values(texts)).size, codes.length)
      assert.equal(new Set(Object.values(dealTypes)).size, dealType.options.length)
      assert.equal(new Set(Object.values(names)).size, Object.keys(sectors).length)
    })
  }

  it('are drafts in the languages that no speaker has read', () => {
    assert.deepEqual(explanationLanguages.filter(isDraft), ['lo', 'km', 'my'])
  })
})

describe('what a text says', () => {
  const inAll = (code: MatchingCode, params: Record<string, unknown>) =>
    explanationLanguages.map((language) => renderIn(language, { code, params }))

  it('counts years from Christ and writes Latin digits', () => {
    for (const text of inAll('excluded.need-expired', { on: '2026-11-27' })) {
      assert.match(text, /2026/)
      assert.match(text, /27/)
    }
    for (const text of inAll('trl.below', { has: 4, asked: 6 })) assert.match(text, /4.*6|6.*4/)
    const params = { date: '2026-11-27', endsAt: '2026-11-27T17:00:00.000Z', zone: 'Asia/Bangkok' }
    for (const text of inAll('excluded.deadline', params)) assert.match(text, /(?<!\d)0?0[:.]00/)
  })

  it('names countries, the world, forms of agreement, sectors and languages', () => {
    const said = (code: MatchingCode, params: Record<string, unknown>) => renderIn('th', { code, params })
    assert.equal(said('territory.missing', { missing: ['LA'] }), 'ไม่มีการเสนอสิทธิใน ลาว')
    assert.match(said('territory.missing', { missing: ['WORLD'] }), /โลก/)
    assert.match(said('deal-type.shared', { shared: ['knowHow'] }), /องค์ความรู้/)
    assert.match(said('sector.same', { sector: 'A' }), /A \(เกษตรกรรม/)
    assert.equal(renderIn('vi', { code: 'missing.text', params: { languages: ['zh'] } }).includes('Tiếng Trung'), true)
    assert.equal(
      renderIn('en', { code: 'territory.shared', params: { shared: ['TH'], wanted: ['TH', 'VN', 'LA'] } }),
      'Rights are offered for Thailand, wanted for Thailand, Vietnam and Laos.',
    )
  })

  it('writes amounts in the units of the currency', () => {
    const params = { price: 150_000_000, budget: 5050, currency: 'VND' }
    const said = (currency: string) => renderIn('en', { code: 'price.above-budget', params: { ...params, currency } })
    assert.equal(said('VND'), 'The price begins at 150,000,000 VND; the budget ends at 5,050 VND.')
    assert.equal(said('IDR'), 'The price begins at 1,500,000 IDR; the budget ends at 50.50 IDR.')
    assert.equal(said('KWD'), 'The price begins at 150,000 KWD; the budget ends at 5.050 KWD.')
  })

  it('reads no parameter as a text, and writes what is not of its kind as it is', () => {
    const said = renderIn('en', { code: 'text.shared', params: { terms: ['{terms}', '$1 $& x'] } })
    assert.equal(said, 'Both mention “{terms}” and “$1 $& x”.')
    for (const code of codes)
      for (const odd of [undefined, null, -1, 'x', [], ['__proto__'], {}, 'constructor']) {
        const params = Object.fromEntries(Object.keys(matchingParameters[code]).map((name) => [name, odd]))
        for (const language of explanationLanguages) assert.ok(renderIn(language, { code, params }).length > 0)
      }
  })
})
