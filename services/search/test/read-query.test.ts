import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readQuery } from '../src/domain/read-query.ts'

/** What is read, as it would be written plainly: words, "phrases", -exclusions and -"excluded phrases". */
const plainly = (q: string) => {
  const { words, phrases, without } = readQuery(q)
  return [
    ...words,
    ...phrases.map((text) => `"${text}"`),
    ...without.map(({ text, inQuotes }) => (inQuotes ? `-"${text}"` : `-${text}`)),
  ].join(' | ')
}

const cases: Record<string, Record<string, string>> = {
  'quotes of every keyboard': {
    'rice "drip irrigation" pump': 'rice | pump | "drip irrigation"',
    '“drip irrigation”': '"drip irrigation"',
    '„Trocknung von Holz“': '"Trocknung von Holz"',
    '„Trocknung von Holz” Späne': 'Späne | "Trocknung von Holz"',
    '"drip irrigation”': '"drip irrigation"',
    '«капельное орошение» рис': 'рис | "капельное орошение"',
    '»Trocknung von Holz«': '"Trocknung von Holz"',
    '» Späne »Trocknung von Holz«': '» Späne | "Trocknung von Holz"',
    '「精准灌溉」水稻': '水稻 | "精准灌溉"',
    '『精准灌溉』': '"精准灌溉"',
    '＂精准灌溉＂': '"精准灌溉"',
    '水稻“精准灌溉”系统': '水稻 | 系统 | "精准灌溉"',
  },
  'a minus before a word or a phrase': {
    'pump -solar': 'pump | -solar',
    'pump −solar －wind ‐diesel': 'pump | -solar | -wind | -diesel',
    'pump -"solar power" -wind': 'pump | -"solar power" | -wind',
    '-“solar power”': '-"solar power"',
    '水泵 -太阳能': '水泵 | -太阳能',
    '水泵　－太阳能，－风能': '水泵 | -太阳能 | -风能',
    'pump (-solar)': 'pump ( | -solar)',
    '-copper-free paste': 'paste | -copper-free',
    '-solar,wind': ',wind | -solar',
  },
  'a hyphen, a sign and a dash, which are no minus': {
    'X-ray of copper-free wire': 'X-ray of copper-free wire',
    'store at -20 °C': 'store at -20 °C',
    'rice - mill': 'rice - mill',
    'rice – mill —dryer': 'rice – mill —dryer',
    '--solar': '--solar',
    '-': '',
    'a -': 'a -',
    '水稻-小麦': '水稻-小麦',
  },
  'a quote that is not closed goes to the end': {
    'rice "drip irrigation': 'rice | "drip irrigation"',
    '-"drip irrigation': '-"drip irrigation"',
    '「精准': '"精准"',
    'rice"': 'rice',
  },
  'a quote with nothing in it is passed over': {
    '""': '',
    'rice "" mill': 'rice | mill',
    '-""': '',
    '" . "': '',
  },
  'a mark after a digit is that of inches': {
    'pipe 5" of steel': 'pipe 5" of steel',
    '5" and 6" pipes': '5" and 6" pipes',
    '5" pipe "of steel"': '5" pipe | "of steel"',
    '2023"智慧农业"': '2023 | "智慧农业"',
  },
  'operators of others are words': {
    'rice AND (mill OR dryer)': 'rice AND (mill OR dryer)',
    'title:rice': 'title:rice',
    'rice*': 'rice*',
    '+rice': '+rice',
  },
}

for (const [what, queries] of Object.entries(cases))
  describe(what, () => {
    for (const [q, expected] of Object.entries(queries)) test(q, () => assert.equal(plainly(q), expected))
  })

test('any text is read, and nothing is read that is not there', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', '“', '”', '„', '«', '»', '「', '」', '-', '−', ' ', '5', 'rice', '水稻', ' -', '""'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const q = pieces.join('')
      const { words, phrases, without } = readQuery(q)
      for (const text of [...words, ...phrases, ...without.map((one) => one.text)]) {
        assert.ok(q.includes(text))
        assert.match(text, /[\p{L}\p{N}]/u)
      }
    }),
  )
})

test('what is written plainly is read as what it was', () => {
  const word = fc.constantFrom('rice', 'mill', '水稻', 'ข้าว', 'copper-free')
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const query = fc.record({ words: fc.array(word), phrases: fc.array(phrase), without: fc.array(phrase) })
  fc.assert(
    fc.property(query, ({ words, phrases, without }) => {
      const q = [...words, ...phrases.map((text) => `"${text}"`), ...without.map((text) => `-"${text}"`)].join(' ')
      const read = readQuery(q)
      assert.deepEqual(read.words, words.length > 0 ? [words.join(' ')] : [])
      assert.deepEqual(read.phrases, phrases)
      assert.deepEqual(
        read.without.map(({ text }) => text),
        without,
      )
    }),
  )
})
