import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cutAtSentence, cutAtWord, slug } from '../src/import/mappings/cut.ts'

describe('cutting', () => {
  const cases: [text: string, max: number, expected: string][] = [
    ['One.  Two\n three.', 100, 'One. Two three.'],
    ['First sentence. Second one. Third.', 30, 'First sentence. Second one.'],
    ['First sentence. Second one.', 27, 'First sentence. Second one.'],
    ['a sentence of many words without an end', 20, 'a sentence of many…'],
    ['Unbreakable', 5, 'Unbr…'],
  ]
  for (const [text, max, expected] of cases) {
    test(`gives ${max} of “${text.slice(0, 20)}”`, () => assert.equal(cutAtSentence(text, max), expected))
  }

  test('stays within the limit and leaves no half of a character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((one) => one.trim() !== '')
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 200 }), (given, max) => {
        for (const cut of [cutAtSentence(given, max), cutAtWord(given, max)]) {
          assert.ok(cut.length <= max)
          assert.ok(cut.isWellFormed())
        }
      }),
    )
  })

  test('makes slugs that ids may hold', () => {
    assert.equal(slug('Department of Defense', 60), 'department-of-defense')
    assert.equal(slug('  Électricité (EDF) — Paris ', 20), 'electricite-edf-par')
  })
})
