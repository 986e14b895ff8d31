import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sentenceUsesOf, withoutSentences } from '../src/domain/boilerplate.ts'
import { type AnalysedTerms, analyseProfile, type PublishedNeed } from '../src/domain/profile.ts'
import { publishedNeed } from './pairs.ts'

const spoken: Record<string, readonly string[]> = {
  en: [
    'The membrane filters brackish water.',
    'Our office licenses technologies of the university.',
    'A sensor measures the salinity of ponds.',
    'Shrimp farms use fewer chemicals.',
  ],
  zh: ['该膜过滤苦咸水。', '本中心负责技术许可。', '传感器测量池塘盐度。', '虾农使用更少的化学品。'],
  vi: [
    'Màng lọc nước lợ.',
    'Văn phòng cấp phép công nghệ.',
    'Cảm biến đo độ mặn của ao.',
    'Trại tôm dùng ít hoá chất hơn.',
  ],
}

/** How often each term stands in a text, and how long it is in each language. */
const countsOf = ({ languages, concepts }: AnalysedTerms) => {
  const count = (bag: object) => Object.fromEntries(Object.entries(bag).map(([term, [times]]) => [term, times]))
  return {
    concepts: count(concepts),
    languages: Object.entries(languages)
      .filter(([, { length }]) => length > 0)
      .map(([language, { length, terms }]) => ({ language, length, terms: count(terms) })),
  }
}

const needOf = (language: string, sentences: readonly string[]): PublishedNeed => {
  const need = publishedNeed()
  const texts = {
    [language]: { title: language, summary: sentences.join(language === 'zh' ? '' : ' ') || '-', description: '-' },
  }
  return { ...need, content: { ...need.content, originalLanguage: language, texts } }
}

test('a text without some of its sentences counts as one that never had them', () => {
  const cases = fc.constantFrom(...Object.keys(spoken)).chain((language) =>
    fc.record({
      language: fc.constant(language),
      sentences: fc.array(fc.constantFrom(...spoken[language]!), { maxLength: 8 }),
      left: fc.subarray([...spoken[language]!]),
    }),
  )
  fc.assert(
    fc.property(cases, ({ language, sentences, left }) => {
      const whole = needOf(language, sentences)
      const uses = sentenceUsesOf(whole)
      const repeated = new Set(left.flatMap((one) => analyseProfile(needOf(language, [one])).sentences.slice(0, 1)))
      const rest = needOf(
        language,
        sentences.filter((one) => !left.includes(one)),
      )
      assert.deepEqual(
        countsOf(withoutSentences(analyseProfile(whole), repeated, uses)),
        countsOf(analyseProfile(rest)),
      )
    }),
    { numRuns: 60 },
  )
})

test('the text that sentences are taken from stays as it was', () => {
  const whole = needOf('en', spoken.en!)
  const text = analyseProfile(whole)
  const before = structuredClone(countsOf(text))
  withoutSentences(text, new Set(text.sentences), sentenceUsesOf(whole))
  assert.deepEqual(countsOf(text), before)
})
