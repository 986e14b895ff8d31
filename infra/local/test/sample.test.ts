import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createClient } from '@techbridge/client'
import type { Organisation } from '@techbridge/contracts'
import { startService } from '@techbridge/testkit'
import { importSample } from '../src/load-sample.ts'
import { type SampleNeed, type SampleOffer, sampleNeeds, sampleOffers } from '../src/sample.ts'
import { services } from '../src/services.ts'
import { expectedPairs, nearMisses } from './sample-pairs.ts'

const profiles: (SampleOffer | SampleNeed)[] = [...sampleOffers, ...sampleNeeds]
const offers = new Map(sampleOffers.map((offer) => [offer.key, offer]))
const needs = new Map(sampleNeeds.map((need) => [need.key, need]))
const neighbours = ['KH', 'LA', 'TH', 'MM', 'VN', 'ID'] as const

const languages = (items: (SampleOffer | SampleNeed)[]) => new Set(items.map((item) => item.content.originalLanguage))
const withoutEnglish = (items: (SampleOffer | SampleNeed)[], language: RegExp) =>
  items.filter(({ content }) => language.test(content.originalLanguage) && !('en' in content.texts))
const pairOf = ({ need, offer }: { need: string; offer: string }) => {
  const sides = { need: needs.get(need)?.content, offer: offers.get(offer)?.content }
  assert.ok(sides.need, `no need ${need}`)
  assert.ok(sides.offer, `no offer ${offer}`)
  return { need: sides.need, offer: sides.offer }
}
const overlap = (one: string[], other: string[]) => one.some((value) => other.includes(value))
const territoriesMeet = (one: string[], other: string[]) =>
  one.includes('WORLD') || other.includes('WORLD') || overlap(one, other)

/** Every day in the data, with the field that has it. */
const dates = (value: unknown, name = ''): [name: string, date: string][] => {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? [[name, value]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) => dates(inner, `${name}.${field}`))
}

describe('sample data', () => {
  test('is taken by the import, line by line, without a warning or a change', async () => {
    const system = await startService(services)
    try {
      const reports = await importSample(createClient(system.url, await system.token('officer')))
      const found = Object.entries(reports).flatMap(([kind, { rows }]) =>
        rows
          .filter(({ outcome, errors, warnings, changed }) => outcome !== 'created' || errors || warnings || changed)
          .map(({ row, ...told }) => `${kind}.ndjson:${row} ${JSON.stringify(told)}`),
      )
      assert.deepEqual(found, [])
      assert.deepEqual(
        [reports.offers.rows.length, reports.needs.rows.length],
        [sampleOffers.length, sampleNeeds.length],
      )
    } finally {
      await system.close()
    }
  })

  test('describes each organisation in one way', () => {
    const known = new Map<string, Organisation>()
    for (const { key, organisation } of profiles) {
      assert.deepEqual(known.get(organisation.id) ?? organisation, organisation, key)
      known.set(organisation.id, organisation)
    }
    assert.ok(known.size >= 16)
  })

  test('covers the seven countries, both sides and all languages', () => {
    assert.ok(sampleOffers.length >= 24)
    assert.ok(sampleNeeds.length >= 16)
    const seekers = sampleNeeds.map((need) => need.organisation.country)
    for (const country of neighbours) assert.ok(seekers.includes(country), `no need from ${country}`)
    assert.ok(sampleOffers.filter((offer) => offer.organisation.country === 'CN').length >= 12)
    const all = ['en', 'id', 'km', 'lo', 'my', 'th', 'vi', 'zh']
    assert.deepEqual([...languages(profiles)].sort(), all)
    assert.deepEqual(
      all.filter((language) => !profiles.some(({ content }) => language in content.texts)),
      [],
    )
    assert.ok(withoutEnglish(sampleOffers, /^zh$/).length >= 4)
    assert.ok(withoutEnglish(sampleNeeds, /^(th|vi|id|lo|km|my)$/).length >= 4)
    assert.ok(profiles.some(({ content }) => Object.keys(content.texts).length >= 3))
    assert.ok(profiles.filter(({ content }) => content.anonymous).length >= 3)
  })

  test('has unique keys', () => {
    assert.equal(offers.size, sampleOffers.length)
    assert.equal(needs.size, sampleNeeds.length)
  })

  test('lets universities, institutes and enterprises provide', () => {
    const kinds = /^(university|researchInstitute|sme.*|large)$/
    for (const offer of sampleOffers) assert.match(offer.organisation.kind, kinds, offer.key)
  })

  test('gives each offer a stage that fits its readiness, and patents that fit its IP status', () => {
    const range = {
      concept: [1, 3],
      underDevelopment: [2, 5],
      labTested: [4, 6],
      availableForDemonstration: [6, 8],
      alreadyOnMarket: [8, 9],
    } as const
    for (const { key, content } of sampleOffers) {
      const [from, to] = range[content.stage]
      assert.ok(content.trl >= from && content.trl <= to, `${key}: TRL ${content.trl} at ${content.stage}`)
      const patents = content.ip.patents ?? []
      const { status } = content.ip
      if (status === 'granted' || status === 'applied')
        assert.ok(
          patents.some((patent) => patent.status === status),
          `${key}: no patent ${status}`,
        )
      else assert.equal(patents.length, 0, `${key}: patents though ${status}`)
    }
  })

  test('proves offers with numbers and classes, and numbers patents as their office does', () => {
    const forms: Record<string, RegExp> = {
      CN: /^CN\d{9}[AB]$/,
      VN: /^VN1-(\d{7}|20\d\d-\d{5})$/,
      TH: /^TH\d{6,10}$/,
      ID: /^IDP\d{9}$/,
      LA: /^LA\d{6}$/,
      WO: /^WO20\d\d\/\d{6}$/,
    }
    for (const { key, content } of sampleOffers) {
      assert.ok((content.claims ?? []).length > 0, `${key}: no claim`)
      assert.ok((content.ipc ?? []).length > 0, `${key}: no IPC class`)
      for (const { number, office, status, expiry } of content.ip.patents ?? []) {
        assert.match(number, forms[office]!, key)
        assert.equal(expiry !== undefined, status === 'granted', `${key}: ${number} is ${status}`)
      }
    }
  })

  test('has no date that passes within five years', () => {
    const soon = new Date()
    soon.setFullYear(soon.getFullYear() + 5)
    for (const [name, value] of dates(profiles)) assert.ok(value > soon.toISOString(), `${name}: ${value}`)
  })
})

describe('sample texts', () => {
  const scripts: Record<string, RegExp> = {
    zh: /\p{Script=Han}/gu,
    th: /\p{Script=Thai}/gu,
    lo: /\p{Script=Lao}/gu,
    km: /\p{Script=Khmer}/gu,
    my: /\p{Script=Myanmar}/gu,
    vi: /\p{Script=Latin}/gu,
    id: /\p{Script=Latin}/gu,
    en: /\p{Script=Latin}/gu,
  }
  const texts = profiles.flatMap(({ key, content }) =>
    Object.entries(content.texts).map(([language, text]) => ({ name: `${key}/${language}`, language, text })),
  )

  test('are written in the script of their language', () => {
    for (const { name, language, text } of texts)
      for (const [part, written] of Object.entries(text)) {
        const letters = written.match(/[\p{L}\p{M}]/gu)?.length ?? 0
        const own = written.match(scripts[language]!)?.length ?? 0
        const least = part === 'description' ? 0.9 : 0.6
        assert.ok(own / letters > least, `${name} ${part}: ${own} of ${letters} letters`)
      }
  })

  test('use no letter of a foreign Asian script', () => {
    for (const { name, language, text } of texts)
      for (const [other, script] of Object.entries(scripts))
        if (script !== scripts[language] && !['vi', 'id', 'en'].includes(other))
          assert.doesNotMatch(Object.values(text).join(' '), new RegExp(script.source, 'u'), `${name} has ${other}`)
  })

  test('write Vietnamese with its diacritics and Burmese in Unicode order, not Zawgyi', () => {
    const vowelBeforeConsonant = /(^|[^\u1000-\u102a\u103b-\u103f])\u1031/u
    for (const { name, language, text } of texts) {
      const all = Object.values(text).join(' ')
      if (language === 'vi') assert.match(all, /[ăđơư]/u, name)
      if (language === 'my') assert.doesNotMatch(all, /[\u1060-\u1097]/u, name)
      if (language === 'my') assert.doesNotMatch(all, vowelBeforeConsonant, name)
    }
  })

  test('say enough', () => {
    for (const { name, language, text } of texts) {
      const least = ['lo', 'km', 'my'].includes(language) ? 200 : 400
      const { length } = text.description
      assert.ok(length >= least && length <= 1500, `${name}: description of ${length} characters`)
    }
  })
})

describe('sample pairs', () => {
  test('are many, and cross languages that share no text', () => {
    assert.ok(expectedPairs.length >= 12)
    const crossing = expectedPairs
      .map(pairOf)
      .filter(({ need, offer }) => !overlap(Object.keys(need.texts), Object.keys(offer.texts)))
    assert.ok(crossing.length >= 6, `${crossing.length} pairs without a common language`)
  })

  test('are compatible in territory, deal type and readiness', () => {
    for (const pair of expectedPairs) {
      const { need, offer } = pairOf(pair)
      assert.ok(territoriesMeet(need.territories, offer.territories), `${pair.need}: territories`)
      assert.ok(overlap(need.dealTypes, offer.dealTypes), `${pair.need}: deal types`)
      assert.ok(offer.trl >= (need.minimumTrl ?? 1), `${pair.need}: TRL`)
      assert.equal(need.sector, offer.sector, `${pair.need}: sector`)
    }
  })

  test('miss by what they say they miss by', () => {
    assert.ok(nearMisses.length >= 4)
    for (const miss of nearMisses) {
      const { need, offer } = pairOf(miss)
      const reasons = [
        territoriesMeet(need.territories, offer.territories) ? [] : ['territory'],
        overlap(need.dealTypes, offer.dealTypes) ? [] : ['dealType'],
        offer.trl >= (need.minimumTrl ?? 1) ? [] : ['trl'],
      ].flat()
      assert.deepEqual(reasons, [miss.because], `${miss.need} and ${miss.offer}`)
    }
  })

  test('leave some profiles unmatched', () => {
    const paired = [...expectedPairs, ...nearMisses].flatMap(({ need, offer }) => [need, offer])
    assert.ok(sampleOffers.filter(({ key }) => !paired.includes(key)).length >= 3)
    assert.ok(sampleNeeds.filter(({ key }) => !paired.includes(key)).length >= 1)
  })
})
