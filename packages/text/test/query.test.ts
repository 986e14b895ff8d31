import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { conceptsNamedBy, highlight, isBroad, phraseTerms, queryTerms, terms } from '../src/index.ts'

/** Whether a text has a phrase, as an index finds it: its terms side by side. */
const has = (text: string, language: string, phrase: string, phraseLanguage?: string) => {
  const row = ` ${terms(text, language).join(' ')} `
  return phraseTerms(phrase, phraseLanguage).some((words) => row.includes(` ${words.join(' ')} `))
}

describe('a phrase', () => {
  const found: [language: string, text: string, phrase: string][] = [
    ['en', 'A drip irrigation system for hill farms', 'drip irrigation systems'],
    ['en', 'Colour sorting of fibres', 'color sorting of fibers'],
    ['en', 'State of the art in brazing', 'state of the art'],
    ['en', 'A copper-free brazing paste', 'copper-free brazing'],
    ['zh', '一种水稻精准灌溉系统', '精准灌溉'],
    ['zh', '水稻灌溉軟體', '灌溉软件'],
    ['th', 'ระบบกรองน้ำสำหรับชุมชน', 'กรองน้ำ'],
    ['th', 'เเสงสว่างสำหรับชุมชน', 'แสงสว่าง'],
    ['lo', 'ລະບົບກອງນ້ຳສຳລັບໂຮງຮຽນ', 'ກອງນ້ຳ'],
    ['km', 'ម៉ាស៊ីនសម្ងួតស្រូវ និងតម្រងទឹក', 'សម្ងួតស្រូវ'],
    ['my', 'ရေတင်စက်ကို တောင်သူများအတွက် ရောင်းသည်', 'ရေတင်စက်'],
    ['vi', 'Máy gặt lúa cho vùng cao', 'máy gặt lúa'],
    ['vi', 'Máy gặt lúa cho vùng cao', 'may gat lua'],
    ['vi', 'May gat lua cho vung cao', 'máy gặt lúa'],
    ['id', 'Mesin pengering gabah untuk petani', 'pengering gabah'],
    ['de', 'Verfahren zur Trocknung von Holzspänen', 'Trocknung von Holzspänen'],
  ]
  for (const [language, text, phrase] of found)
    test(`“${phrase}” stands in “${text}”`, () => {
      assert.ok(has(text, language, phrase), 'of no known language')
      assert.ok(has(text, language, phrase, language), language)
    })

  test('does not stand where its words are apart, in another order, or of another thing', () => {
    assert.ok(!has('Irrigation by drip', 'en', 'drip irrigation'))
    assert.ok(!has('A drip of cold irrigation', 'en', 'drip irrigation'))
    assert.ok(!has('A copper-free paste', 'en', 'copper'))
    assert.ok(!has('灌溉水稻', 'zh', '水稻灌溉'))
    assert.ok(!has('Mạy gật lụa', 'vi', 'máy gặt lúa'))
  })

  test('of words that say nothing has no terms', () => {
    for (const [phrase, language] of [
      ['of the', 'en'],
      ['of the', undefined],
      ['的', 'zh'],
      ['…', undefined],
      ['', undefined],
    ] as const)
      assert.deepEqual(phraseTerms(phrase, language), [], phrase)
  })

  test('is marked as one where its words stand side by side, and not where they stand alone', () => {
    const options = { phrases: phraseTerms('drip irrigation') }
    assert.deepEqual(highlight('Drip irrigation, a drip of cold irrigation', 'en', [], options), [
      '<mark>Drip irrigation</mark>, a drip of cold irrigation',
    ])
    assert.deepEqual(highlight('Máy gặt lúa', 'vi', [], { phrases: phraseTerms('gat lua') }), [
      'Máy <mark>gặt lúa</mark>',
    ])
    assert.deepEqual(highlight('A drip', 'en', [], options), [])
  })
})

describe('the terms of a query', () => {
  test('have the concepts that it names, not those that are broader', () => {
    assert.deepEqual(queryTerms('drip irrigation of durian', 'en'), {
      words: ['drip', 'irrig', 'durian'],
      concepts: ['concept:drip-irrigation', 'concept:durian'],
    })
    assert.deepEqual(queryTerms('rice crops', 'en').concepts, ['concept:rice', 'concept:crop'])
    assert.deepEqual(queryTerms('滴灌').concepts, ['concept:drip-irrigation'])
  })

  test('name a concept as a whole or not', () => {
    assert.deepEqual(conceptsNamedBy('drip irrigation'), ['concept:drip-irrigation'])
    assert.deepEqual(conceptsNamedBy('榴莲'), ['concept:durian'])
    for (const text of ['drip irrigation of rice', 'old rice mills', '', '-'])
      assert.deepEqual(conceptsNamedBy(text), [], text)
  })
})

test('a concept is broad when many others are kinds of it', () => {
  for (const id of ['agriculture', 'crop', 'renewable-energy']) assert.ok(isBroad(`concept:${id}`), id)
  for (const id of ['durian', 'rice', 'drip-irrigation', 'not-agriculture']) assert.ok(!isBroad(`concept:${id}`), id)
  assert.ok(!isBroad('agriculture'))
})
