import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  disclose,
  explanationLanguages,
  isMatchingCode,
  needContent as needSchema,
  offerContent as offerSchema,
  renderIn,
  type TextPlace,
} from '@techbridge/contracts'
import { needContent, offerContent } from '@techbridge/testkit'
import { analyse, substanceOf } from '@techbridge/text'
import fc from 'fast-check'
import { changesOf } from '../src/domain/changes.ts'
import { explainToParties } from '../src/domain/explain.ts'
import type { ReadableTexts } from '../src/domain/places.ts'
import type { PublishedNeed, PublishedOffer } from '../src/domain/profile.ts'
import { type Reasons, reasonsOf } from '../src/domain/reasons.ts'
import type { Score } from '../src/domain/score.ts'
import { anyNeed, anyOffer, corpus, publishedNeed, publishedOffer, scoreOf, sidesOf, words } from './pairs.ts'

const full = <C>(content: C) => ({ content, full: true })
const officerReads = (need: PublishedNeed, offer: PublishedOffer, scored: Score = scoreOf(need, offer)) =>
  reasonsOf(scored, { need: full(need.content), offer: full(offer.content) })

/** What a party is told before it accepts. */
const partyReads = (party: 'provider' | 'seeker', need: PublishedNeed, offer: PublishedOffer) => {
  const scored = explainToParties(sidesOf(need, offer))[party]
  const publicly = {
    need: disclose(needSchema, need.content, 'public'),
    offer: disclose(offerSchema, offer.content, 'public'),
  }
  return reasonsOf(scored, {
    need: party === 'seeker' ? full(need.content) : { content: publicly.need, full: false },
    offer: party === 'provider' ? full(offer.content) : { content: publicly.offer, full: false },
  })
}

const textAt = ({ texts, keywords }: ReadableTexts, { field, language, item = 0 }: TextPlace) => {
  if (field === 'technologyKeyword') return keywords.technology[item]
  if (field === 'marketKeyword') return keywords.market[item]
  return texts[language]?.[field]
}

/** Each place cuts the term out of the text, the first one as it is said to be written. */
const assertPlaced = ({ reasons }: Reasons, need: ReadableTexts, offer: ReadableTexts) => {
  let count = 0
  const check = (content: ReadableTexts, term: string, surface: string, places: readonly TextPlace[]) => {
    assert.ok(places.length > 0, `${term} stands nowhere`)
    for (const [index, place] of places.entries()) {
      const text = textAt(content, place)
      assert.ok(text !== undefined && place.end <= text.length && place.start < place.end)
      const cut = text.slice(place.start, place.end)
      if (index === 0 && !term.includes(' ')) assert.equal(cut, surface)
      const inside = analyse(substanceOf(text), place.language).filter(
        ({ start, end }) => start >= place.start && end <= place.end,
      )
      for (const part of term.split(' '))
        assert.ok(
          inside.some((token) => token.term === part),
          `${part} in ${cut}`,
        )
      count++
    }
  }
  for (const { terms = [] } of reasons)
    for (const { term, need: inNeed, offer: inOffer, needPlaces, offerPlaces } of terms) {
      check(need, term, inNeed, needPlaces)
      check(offer, term, inOffer, offerPlaces)
    }
  return count
}

const sumOf = ({ reasons }: Reasons) => reasons.reduce((sum, { share }) => sum + share, 0)
const codesOf = (list: Reasons['missing']) => list.map(({ said }) => said.code)

describe('the reasons of a match', () => {
  test('have shares that add up to the score, and places that cut out their terms', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        for (const reasons of [
          officerReads(need, offer),
          partyReads('seeker', need, offer),
          partyReads('provider', need, offer),
        ]) {
          assert.ok(Math.abs(sumOf(reasons) - (reasons.score ?? 0)) < 1e-9)
          assertPlaced(reasons, need.content, offer.content)
          for (const { share, terms = [] } of reasons.reasons)
            assert.ok(terms.reduce((sum, term) => sum + term.share, 0) <= share + 0.001)
        }
      }),
    )
  })

  test('place phrases, stems, concepts and scripts without spaces', () => {
    const told = (language: string, need: string, offer: string) => {
      const text = (title: string) => ({
        originalLanguage: language,
        keywords: {},
        texts: { [language]: { title, summary: title, description: title } },
      })
      const [one, other] = [publishedNeed(needContent(text(need))), publishedOffer(offerContent(text(offer)))]
      const reasons = officerReads(one, other)
      return [assertPlaced(reasons, one.content, other.content), JSON.stringify(reasons)] as const
    }
    const [english, inEnglish] = told('en', 'Heat-pump drying of seaweeds 🌊', '🌊 Dryers: heat pump for the seaweed')
    assert.ok(english >= 6 && inEnglish.includes('heat pump'))
    assert.ok(told('zh', '水稻田滴灌技术', '用于水稻的滴灌设备')[0] > 0)
    assert.ok(told('th', 'การอบแห้งทุเรียน', 'เครื่องอบแห้งทุเรียน')[0] > 0)
    assert.ok(told('vi', 'Tưới nhỏ giọt cho lúa', 'Hệ thống tưới nhỏ giọt')[0] > 0)
    assert.ok(told('my', 'စပါး ရေသွင်းစနစ်', 'စပါး ရေသွင်းစနစ် အသစ်')[0] > 0)
  })

  test('say what speaks against a match and what is missing', () => {
    const need = publishedNeed(
      needContent({
        minimumTrl: 6,
        territories: ['VN', 'LA'],
        dealTypes: ['option'],
        ipc: [],
        budget: { max: 100, currency: 'USD' },
      }),
    )
    const offer = publishedOffer(
      offerContent({
        trl: 4,
        territories: ['VN'],
        dealTypes: ['assignment'],
        claims: [],
        price: { min: 101, currency: 'USD' },
      }),
    )
    const { against, missing } = officerReads(need, offer)
    const said = Object.fromEntries(against.map((one) => [one.said.code, one]))
    assert.deepEqual(said['trl.below']?.said.params, { has: 4, asked: 6 })
    assert.ok((said['trl.below']?.lost ?? 0) > 0)
    assert.deepEqual(said['territory.missing']?.said.params, { missing: ['LA'] })
    assert.deepEqual(said['price.above-budget']?.said.params, { price: 101, budget: 100, currency: 'USD' })
    assert.ok('deal-type.other' in said)
    assert.ok(codesOf(missing).includes('missing.classes') && codesOf(missing).includes('missing.claims'))
  })
})

const hiding = <P extends PublishedNeed | PublishedOffer>(profile: P, secret: string, most: number): P => {
  const texts = Object.fromEntries(
    Object.entries(profile.content.texts).map(([tag, text]) => [
      tag,
      { ...text, description: secret, advantages: secret },
    ]),
  )
  const band = most % 3 === 0 ? undefined : { min: most, max: most, currency: most % 2 ? 'CNY' : 'USD' }
  const claims = most % 2 ? [] : [{ metric: secret, value: most, unit: 'kg' }]
  return { ...profile, content: { ...profile.content, texts, price: band, budget: band, claims } }
}

describe('what a party is told of the reasons', () => {
  test('is the same in two worlds that differ in what it may not read', () => {
    const secret = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((all) => all.join(' '))
    const world = fc.tuple(secret, fc.integer({ min: 0, max: 50 }))
    fc.assert(
      fc.property(anyNeed, anyOffer, world, world, (need, offer, one, other) => {
        assert.deepEqual(
          partyReads('seeker', hiding(need, ...one), hiding(offer, ...one)),
          partyReads('seeker', hiding(need, ...one), hiding(offer, ...other)),
        )
        assert.deepEqual(
          partyReads('provider', hiding(need, ...one), hiding(offer, ...one)),
          partyReads('provider', hiding(need, ...other), hiding(offer, ...one)),
        )
      }),
    )
  })

  test('says nothing of a price or a budget that it may not read', () => {
    const [need, offer] = [
      publishedNeed(needContent({ budget: undefined })),
      publishedOffer(offerContent({ price: { min: 9, currency: 'USD' }, claims: [] })),
    ]
    assert.ok(codesOf(partyReads('seeker', need, offer).missing).includes('missing.budget'))
    assert.ok(!codesOf(partyReads('seeker', need, offer).missing).includes('missing.claims'))
    assert.ok(!codesOf(partyReads('provider', need, offer).missing).includes('missing.budget'))
  })

  test('can be said in every language', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        const { reasons, against, missing } = officerReads(need, offer)
        const changes = changesOf(sidesOf(need, offer), corpus)
        for (const { said } of [...reasons, ...against, ...missing, ...changes])
          for (const language of explanationLanguages) {
            assert.ok(isMatchingCode(said.code), said.code)
            assert.doesNotMatch(renderIn(language, { code: said.code, params: said.params }), /undefined|\{\w+\}/)
          }
      }),
      { numRuns: 30 },
    )
  })
})

describe('what would change the score', () => {
  const changes = (need: PublishedNeed, offer: PublishedOffer) => {
    const all = changesOf(sidesOf(need, offer), corpus)
    return { all, of: (code: string) => all.find(({ said }) => said.code === code) }
  }

  test('is what the score is of the pair that has changed', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        const { of } = changes(need, offer)
        const asked = need.content.minimumTrl
        const improved = { ...offer, content: { ...offer.content, trl: asked ?? offer.content.trl } }
        const gain = scoreOf(need, improved).score - scoreOf(need, offer).score
        const isLower = asked !== undefined && offer.content.trl < asked
        assert.ok(Math.abs((of('with.trl')?.change ?? 0) - (isLower ? gain : 0)) < 1e-9)
      }),
    )
  })

  test('is more with what the need wants, and less without a shared term', () => {
    // Of each the other says no more than a part, so that the score is not near 1 whatever changes.
    const saying = (said: string) => ({
      texts: { en: { title: said, summary: said, description: said } },
      keywords: {},
    })
    const need = publishedNeed(
      needContent({
        ...saying('zorbik quallat mirvon teptok'),
        ...{ minimumTrl: 6, territories: ['VN', 'LA'], dealTypes: ['option'], ipc: ['A01G25/02'] },
      }),
    )
    const offer = publishedOffer(
      offerContent({
        ...saying('zorbik fextor gorvim jilpot quallat hadruk'),
        ...{ trl: 5, territories: ['VN'], dealTypes: ['assignment'], ipc: [] },
      }),
    )
    const { all, of } = changes(need, offer)
    for (const code of ['with.trl', 'with.territories', 'with.deal-types', 'with.class'])
      assert.ok((of(code)?.change ?? 0) > 0, code)
    assert.ok((of('without.term')?.change ?? 0) < 0)
    assert.deepEqual(
      all,
      all.toSorted((one, other) => other.change - one.change),
    )
  })
})
