import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Feature, feature, type Organisation, organisationKind } from '@techbridge/contracts'
import { needContent, offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import { countOf } from '../src/domain/corpus.ts'
import { analyseProfile } from '../src/domain/profile.ts'
import { isProposable, defaultThreshold as threshold } from '../src/domain/score.ts'
import { assessPair } from '../src/usecases/assess-pair.ts'
import type { IndexedProfile } from '../src/usecases/profiles-index.ts'
import { anyNeed, anyOffer, corpus, publishedNeed, publishedOffer, scoreOf, today, words } from './pairs.ts'

const precision = 1e-9
const close = (one: number, other: number, within = precision) =>
  assert.ok(Math.abs(one - other) <= within, `${one} and ${other}`)
const sum = (features: Feature[]) => features.reduce((total, { contribution }) => total + contribution, 0)
const valueIn = (features: Feature[], name: Feature['name']) => features.find((one) => one.name === name)!.value

const indexed = (profile: IndexedProfile['profile']): IndexedProfile => ({ profile, text: analyseProfile(profile) })

describe('the score of any pair', () => {
  test('is the sum of its contributions, each a weight times a value', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        const { score, features } = scoreOf(need, offer)
        for (const one of features) {
          feature.parse(one)
          close(one.contribution, one.weight * one.value, 1e-4)
          assert.ok(one.why.length > 0)
        }
        close(sum(features), score)
        assert.ok(score >= 0 && score <= 1)
      }),
    )
  })

  test('is the same whichever of the two came first', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        const one = assessPair(indexed(need), indexed(offer), corpus, today)
        const other = assessPair(indexed(offer), indexed(need), corpus, today)
        assert.deepEqual({ ...one, features: one.features() }, { ...other, features: other.features() })
      }),
    )
  })

  test('does not depend on whose profiles they are', () => {
    const anyOrganisation: fc.Arbitrary<Organisation> = fc.record({
      id: fc.stringMatching(/^[a-z][a-z0-9-]{5,20}$/),
      name: fc.string({ minLength: 1, maxLength: 50 }),
      country: fc.constantFrom('CN', 'VN', 'DE', 'US'),
      kind: fc.constantFrom(...organisationKind.options),
    })
    fc.assert(
      fc.property(anyNeed, anyOffer, anyOrganisation, anyOrganisation, (need, offer, one, other) => {
        const changed = scoreOf({ ...need, organisation: one }, { ...offer, organisation: other })
        assert.deepEqual(changed, scoreOf(need, offer))
      }),
    )
  })

  test('does not fall when the need names one more thing that the offer has', () => {
    const offer = publishedOffer(offerContent({ texts: written(words), keywords: {} }))
    const textOf = (list: readonly string[]) =>
      valueIn(scoreOf(publishedNeed(needContent({ texts: written(list), keywords: {} })), offer).features, 'text')
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 2 }), (list) => {
        const [more, fewer] = [textOf(list), textOf(list.slice(1))]
        assert.ok(more >= fewer, `${more} for ${list} is below ${fewer}`)
      }),
    )
    assert.ok(textOf(words) > textOf(words.slice(0, 2)))
  })
})

const written = (list: readonly string[]) => ({
  en: { title: list[0]!, summary: list.join(' '), description: list.join(' ') },
})

describe('features', () => {
  const only = (
    need: Parameters<typeof needContent>[0],
    offer: Parameters<typeof offerContent>[0],
    name: Feature['name'],
  ) => valueIn(scoreOf(publishedNeed(needContent(need)), publishedOffer(offerContent(offer))).features, name)

  test('a rarer word weighs more', () => {
    const pair = (counts: Record<string, number>) =>
      scoreOf(
        publishedNeed(needContent({ texts: written(['zorbik']), keywords: {} })),
        publishedOffer(offerContent({ texts: written(['zorbik']), keywords: {} })),
        { ...corpus, counts: { ...corpus.counts, ...counts } },
      )
    assert.ok(valueIn(pair({}).features, 'text') > valueIn(pair({ zorbik: 50 }).features, 'text'))
    assert.equal(valueIn(pair({ zorbik: 900 }).features, 'text'), 0)
  })

  test('a word weighs more the more often the need has it, and less in a longer need', () => {
    const offer = { texts: written(['zorbik']), keywords: {} }
    const textOf = (list: string[]) => only({ texts: written(list), keywords: {} }, offer, 'text')
    const once = textOf(['quallat', 'zorbik', 'mirvon'])
    assert.ok(textOf(['quallat', 'zorbik', 'zorbik']) > once)
    assert.ok(textOf(['quallat', 'zorbik', ...words.slice(2)]) < once)
  })

  test('the readiness asked for is met, nearly met or missed', () => {
    const values = [9, 6, 5, 4].map((trl) => only({ minimumTrl: 6 }, { trl }, 'trl'))
    assert.deepEqual(values, [1, 1, 0.5, 0])
  })

  test('a narrower classification in common weighs more', () => {
    const values = [['A01G25/16'], ['A01B1/00'], []].map((ipc) => only({ ipc: ['A01G25/02'] }, { ipc }, 'sector'))
    assert.ok(values[0]! > values[1]! && values[1]! > values[2]!, String(values))
    assert.equal(only({ ipc: [], sector: 'A' }, { ipc: [], sector: 'C' }, 'sector'), 0)
  })

  test('territories count by the share of what is wanted', () => {
    assert.equal(only({ territories: ['VN', 'TH'] }, { territories: ['VN', 'LA'] }, 'territory'), 0.5)
    assert.equal(only({ territories: ['VN', 'TH'] }, { territories: ['WORLD'] }, 'territory'), 1)
  })

  test('deal types meet or do not', () => {
    assert.equal(only({ dealTypes: ['option'] }, { dealTypes: ['knowHow', 'option'] }, 'dealType'), 1)
    assert.equal(only({ dealTypes: ['option'] }, { dealTypes: ['knowHow'] }, 'dealType'), 0)
  })
})

test('a pair that fits is proposed, and one that only shares its classification is not', () => {
  const good = scoreOf(publishedNeed(), publishedOffer())
  assert.ok(isProposable(good), `${good.score} is below ${threshold}`)
  const classified = scoreOf(
    publishedNeed(needContent({ texts: written(['zorbik']), keywords: {} })),
    publishedOffer(offerContent({ texts: written(['quallat']), keywords: {} })),
  )
  assert.equal(isProposable(classified), false)
})

describe('words that are names of every object', () => {
  const names = [...Object.getOwnPropertyNames(Object.prototype), 'zorbik']
  const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T

  test('are words like others, also once stored and read again', () => {
    const need = indexed(publishedNeed(needContent({ texts: written(names), keywords: {} })))
    const offer = indexed(publishedOffer(offerContent({ texts: written(words), keywords: {} })))
    const scored = assessPair(plain(need), plain(offer), corpus, today)
    const text = scored.features().find(({ name }) => name === 'text')
    assert.deepEqual(
      text?.terms?.map(({ term }) => term),
      ['zorbik'],
    )
  })

  test('count as often as the index says, and no more', () => {
    for (const name of names) assert.equal(countOf({ ...corpus, counts: {} }, name), 0)
  })
})

describe('languages with regions and scripts', () => {
  const need = needContent()
  const offer = offerContent()
  const inLanguage = <C extends { originalLanguage: string; texts: Record<string, unknown> }>(
    content: C,
    tag: string,
  ): C => ({
    ...content,
    originalLanguage: tag,
    texts: { [tag]: content.texts[content.originalLanguage] },
  })
  const scored = (ofNeed: string, ofOffer: string) =>
    scoreOf(publishedNeed(inLanguage(need, ofNeed)), publishedOffer(inLanguage(offer, ofOffer)))

  test('are one language where the words are the same', () => {
    const plain = scored('en', 'en')
    for (const [one, other] of [
      ['en-GB', 'en'],
      ['en', 'en-GB'],
      ['en-US', 'en-GB'],
    ] as const) {
      assert.deepEqual(scored(one, other), plain)
    }
  })

  test('are two where the scripts are', () => {
    const { features } = scored('zh', 'zh-Hant')
    assert.equal(features.find(({ name }) => name === 'text')!.weight, 0)
    assert.ok(scored('zh-TW', 'zh-Hant').features.find(({ name }) => name === 'text')!.weight > 0)
  })
})

describe('a pair with everything else alike', () => {
  const saying = (text: string) => {
    const content = {
      texts: { en: { title: text, summary: text, description: text } },
      keywords: {},
      ipc: [],
      territories: ['WORLD' as const],
    }
    return scoreOf(publishedNeed(needContent(content)), publishedOffer(offerContent(content)))
  }

  test('is not proposed for one word or two, however often both repeat them', () => {
    for (const said of [['zorbik'], ['zorbik', 'quallat']]) {
      const scored = saying(Array(5).fill(said.join(' ')).join(' '))
      assert.ok(scored.score >= threshold)
      assert.equal(isProposable(scored), false)
    }
    assert.equal(isProposable(saying('zorbik quallat mirvon')), true)
  })
})

describe('Vietnamese typed without diacritics', () => {
  const similarity = (needs: string, offers: string) => {
    const content = (text: string) => ({
      originalLanguage: 'vi',
      texts: { vi: { title: text, summary: text, description: text } },
      keywords: {},
    })
    return valueIn(
      scoreOf(publishedNeed(needContent(content(needs))), publishedOffer(offerContent(content(offers)))).features,
      'text',
    )
  }

  test('matches the text with them, less than the same text does, and another word not at all', () => {
    const same = similarity('gặt lúa', 'gặt lúa')
    const typed = similarity('gat lua', 'gặt lúa')
    assert.ok(same > typed && typed > 0, `${same}, ${typed}`)
    assert.equal(similarity('gặt lúa', 'gat lua'), typed)
    assert.equal(similarity('gật lụa', 'gặt lúa'), 0)
  })
})
