import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent } from '@techbridge/testkit'
import fc from 'fast-check'
import { analyseProfile } from '../src/domain/profile.ts'
import { textSimilarity } from '../src/domain/text-similarity.ts'
import { corpus, publishedNeed, publishedOffer, words } from './pairs.ts'

interface Said {
  title?: string
  body: string
}

const contentOf = (language: string, { title = '…', body }: Said) => ({
  originalLanguage: language,
  texts: { [language]: { title, summary: body || '…', description: '…' } },
  keywords: {},
})
const of = (language: string) => (need: Said, offer: Said) =>
  textSimilarity(
    analyseProfile(publishedNeed(needContent(contentOf(language, need)))),
    analyseProfile(publishedOffer(offerContent(contentOf(language, offer)))),
    corpus,
  )
const english = of('en')
const similarity = (need: string, offer: string) => english({ body: need }, { body: offer }).value

describe('words beside each other', () => {
  test('weigh more where both texts have them so', () => {
    assert.ok(similarity('zorbik quallat', 'zorbik quallat') > similarity('zorbik quallat', 'quallat zorbik'))
  })

  test('may have a hyphen between them', () => {
    assert.equal(similarity('zorbik-quallat', 'zorbik quallat'), similarity('zorbik quallat', 'zorbik quallat'))
  })

  for (const between of [', ', '. ', ' of the ', ' 220 V ', ' and '])
    test(`are apart where “${between}” stands between them`, () => {
      const apart = `zorbik${between}quallat`
      assert.equal(similarity(apart, 'zorbik quallat'), similarity('quallat zorbik', 'zorbik quallat'))
    })
})

test('a word in the title of a need weighs more', () => {
  const offer = { body: 'quallat mirvon' }
  const inTitle = english({ title: 'quallat', body: 'zorbik teptok' }, offer).value
  assert.ok(inTitle > english({ title: 'zorbik', body: 'quallat teptok' }, offer).value)
})

test('an offer gains nothing by more words that the need does not say', () => {
  const some = fc.shuffledSubarray(words, { minLength: 1 })
  fc.assert(
    fc.property(
      some,
      some,
      fc.array(fc.constantFrom('vesdra', 'opquint', 'tavrik'), { minLength: 1 }),
      (one, other, more) => {
        const padded = [...other, ...more].join(' ')
        assert.ok(similarity(one.join(' '), padded) <= similarity(one.join(' '), other.join(' ')))
      },
    ),
  )
})

describe('a reader is shown', () => {
  const shownIn = (language: string, said: string) =>
    of(language)({ body: said }, { body: `${said} ${said}` })
      .terms()
      .map(({ need }) => need)

  for (const [language, said, phrase] of [
    ['en', 'Portable near-infrared spectroscopy. Orchards', /near infrared spectroscopy/],
    ['vi', 'Vật liệu hấp phụ. Nước ngầm', /^vật liệu hấp phụ$/i],
    ['zh', '电容去离子。果园', /^电容去离子$/],
    ['th', 'กล้วยไม้และทุเรียน', /กล้วยไม้/],
  ] as const)
    test(`phrases in ${language}`, () => {
      const shown = shownIn(language, said)
      assert.ok(
        shown.some((one) => phrase.test(one)),
        String(shown),
      )
    })

  test('no single syllable of Vietnamese where there are whole words', () => {
    const { terms } = of('vi')(
      { body: 'vật liệu hấp phụ, loại bỏ asen' },
      { body: 'vật liệu hấp phụ, động vật, các loại' },
    )
    for (const { need, offer } of terms()) assert.ok(need.includes(' ') && offer.includes(' '), need)
  })

  test('each word once, with shares that add up to no more than all', () => {
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 20 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const terms = english({ body: one }, { body: other }).terms()
        const shown = terms.flatMap(({ term }) => [...new Set(term.split(' '))])
        assert.equal(new Set(shown).size, shown.length, String(shown))
        assert.ok(terms.reduce((sum, { share }) => sum + share, 0) <= 1 + 1e-3)
      }),
    )
  })
})
