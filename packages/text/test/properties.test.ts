import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { analyse, concepts, detectLanguage, highlight } from '../src/index.ts'

/** Pieces that fold, split, join or reverse in unusual ways. */
const odd = fc.constantFrom(
  ...'\ud83d|\ude00|\0|\u202e|\u200b|\u00ad|\u0301|\u0e4d|\u0e32|\u0ecd|\u0eb2|\u17d2|\u1039|\ufe0f|\u0130|\u0131'.split(
    '|',
  ),
  ...'\ufb03|\u3300|\u2126|👩‍🔬|🇹🇭|שלום|مضخة|ก็|น้ํา|ນໍ້າ|ស្រូវ|ရေတင်စက်|水泵|hoà|thuỷ|pump|waste water|AI|X-ray'.split('|'),
  ...'200kW|3.5kWh|<mark>|&amp;|"| |\n|-'.split('|'),
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(odd, fc.string({ maxLength: 4 })), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
)
const language = fc.constantFrom(undefined, 'en', 'zh', 'th', 'vi', 'lo', 'km', 'my', 'id', 'und', 'xx-Latn', '')
const check = (property: fc.IProperty<[string, string | undefined]>) => fc.assert(property, { numRuns: 1000 })

test('tokens lie within the text, in order, and their terms are without white space', () => {
  check(
    fc.property(text, language, (text, language) => {
      let before = 0
      for (const { term, start, end } of analyse(text, language)) {
        assert.ok(before <= start && start < end && end <= text.length, `${start}-${end} of ${text.length}`)
        assert.match(term, /^\S+$/)
        before = start
      }
    }),
  )
})

test('the same text always gives the same tokens, and its concepts are among them', () => {
  check(
    fc.property(text, language, (text, language) => {
      const tokens = analyse(text, language)
      assert.deepEqual(analyse(text, language), tokens)
      assert.deepEqual(
        concepts(text, language),
        tokens.filter(({ term }) => term.startsWith('concept:')),
      )
    }),
  )
})

// Hangul is not among the scripts that the platform serves, and composes letters rather than marks.
test('the form of Unicode composition does not change the terms', () => {
  check(
    fc.property(text, language, (text, language) => {
      const of = (text: string) => analyse(text, language ?? 'en').map(({ term }) => term)
      const short = text.replaceAll(/\p{M}+/gu, (marks) => marks.slice(0, 2)).replaceAll(/\p{Script=Hangul}/gu, '')
      assert.deepEqual(of(short.normalize('NFD')), of(short.normalize('NFC')))
    }),
  )
})

test('every string has a language', () => {
  fc.assert(fc.property(text, (text) => assert.match(detectLanguage(text), /^[a-z]{2,3}$/)))
})

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

test('fragments are HTML with marks and nothing else, and without them a part of the text', () => {
  fc.assert(
    fc.property(text, language, fc.integer({ min: 1, max: 80 }), (text, language, length) => {
      const found = analyse(text, language).map(({ term }) => term)
      const fragments = highlight(text, language, found, { length })
      assert.ok(fragments.length <= 3)
      assert.equal(fragments.length > 0, found.length > 0)
      for (const fragment of fragments) {
        const parts = fragment.split(/<mark>(.*?)<\/mark>/s)
        assert.ok(parts.length >= 3)
        for (const part of parts) assert.doesNotMatch(part, /[<>"]|&(?!(amp|lt|gt|quot);)/)
        assert.ok(text.includes(unescaped(parts.join(''))), fragment)
      }
    }),
    { numRuns: 1000 },
  )
})
