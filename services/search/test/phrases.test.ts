import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, offerContent } from '@techbridge/testkit'
import { wantedBy } from '../src/domain/wanted.ts'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer } = await openLibrary()
const { anonymous } = running
const officer = await running.as('officer')

const publish = async (language: string, title: string, summary = 'Plain.', more: object = {}) => {
  const texts = { [language]: { title, summary, description: 'A hidden zirconium burner.' } }
  return (await publishOffer(offerContent({ originalLanguage: language, texts, keywords: {}, ...more }))).id
}
const offers = {
  drip: await publish('en', 'Drip irrigation of rice', 'With solar pumps.'),
  drops: await publish('en', 'Irrigation by cold drip', 'Of maize.'),
  wet: await publish('en', 'Alternate wetting of paddy', 'No drip. Irrigation by gravity.'),
  chinese: await publish('zh', '水稻精准灌溉系统'),
  thai: await publish('th', 'ระบบกรองน้ำสำหรับชุมชน'),
  vietnamese: await publish('vi', 'Máy gặt lúa cho vùng cao'),
  brazing: await publish('en', 'A copper-free brazing paste'),
  copper: await publish('en', 'A copper brazing paste'),
  keyed: await publish('en', 'Combine', 'Harvests.', { keywords: { technology: ['threshing drum', 'straw walker'] } }),
}
await running.settle()
const names = new Map(Object.entries(offers).map(([name, id]) => [id, name]))
const found = async (q: string, more: Record<string, string> = {}, who = anonymous) =>
  idsOf(await search(who, { q, limit: '100', ...more }))
    .map((id) => names.get(id))
    .sort()

describe('a phrase in quotes', () => {
  const cases: [q: string, names: string[]][] = [
    ['"drip irrigation"', ['drip']],
    ['“drip irrigation”', ['drip']],
    ['"Drip Irrigations"', ['drip']],
    ['"irrigation drip"', []],
    ['"drip irrigation" brazing', ['drip']],
    ['"drip irrigation" "solar pump"', ['drip']],
    ['"drip irrigation" "solar power"', []],
    ['「精准灌溉」', ['chinese']],
    ['"精準灌溉"', ['chinese']],
    ['"กรองน้ำ"', ['thai']],
    ['"gặt lúa"', ['vietnamese']],
    ['"gat lua"', ['vietnamese']],
    ['"copper brazing"', ['copper']],
    ['"copper-free brazing"', ['brazing']],
    ['"threshing drum"', ['keyed']],
  ]
  for (const [q, expected] of cases)
    test(`${q} finds ${expected}`, async () => assert.deepEqual(await found(q), expected))

  test('goes neither from one sentence field to the next nor from one keyword to the next', async () => {
    assert.deepEqual(await found('"rice with solar"'), [])
    assert.deepEqual(await found('"drum straw"'), [])
    assert.deepEqual(await found('"rice solar"'), [])
  })

  test('that is not closed goes to the end, and one with nothing in it is passed over', async () => {
    assert.deepEqual(await found('"drip irrigation'), ['drip'])
    assert.deepEqual(await found('"drip irrigation" ""'), ['drip'])
  })

  test('is marked where it stands', async () => {
    const { items } = await search(anonymous, { q: '"drip irrigation"' })
    assert.deepEqual(items[0].highlights, ['<mark>Drip irrigation</mark> of rice'])
  })
})

describe('a minus', () => {
  test('leaves out what a search for the word or the phrase finds', async () => {
    for (const word of ['rice', 'drip', '水稻', 'brazing', '"drip irrigation"', '"copper brazing"', 'xylophone']) {
      const all = await found('')
      const having = await found(word)
      const without = await found(`-${word}`)
      assert.deepEqual([...having, ...without].sort(), all, word)
    }
  })

  test('goes together with words and filters, and counts', async () => {
    assert.deepEqual(await found('irrigation -solar'), ['chinese', 'drops', 'wet'])
    assert.deepEqual(await found('irrigation -"drip irrigation" -maize'), ['chinese', 'wet'])
    assert.deepEqual(await found('-irrigation -brazing', { language: 'en' }), ['keyed'])
    const { total, facets } = await search(anonymous, { q: 'irrigation -solar', limit: 1 })
    assert.equal(total, 3)
    assert.deepEqual(facets.kind, [{ value: 'offer', count: 3 }])
  })

  test('alone, in a word or before a number is none', async () => {
    assert.deepEqual(await found('maize -'), ['drops'])
    assert.deepEqual(await found('copper-free'), ['brazing'])
    assert.deepEqual(await found('maize -20'), ['drops'])
  })

  test('before a word of several parts leaves out where these stand side by side', async () => {
    assert.deepEqual(await found('brazing -copper-free'), ['copper'])
  })
})

describe('what nothing can be looked for in', () => {
  test('is refused by name when it is a phrase or an exclusion', async () => {
    for (const q of ['rice "of the"', 'rice -the', '-"的"']) {
      const problem = assertProblem(await anonymous.get(`/v1/search?${new URLSearchParams({ q })}`), 400, 'invalid')
      assert.deepEqual(fieldsOf(problem), ['query.q'])
      assert.match(problem.errors?.[0]?.message ?? '', /nothing to look for in “.+”/)
    }
  })

  test('finds nothing when it is all that was asked for', async () => {
    for (const q of ['the of and', '???', '🌾', '""', '“ ”', '-', '-""', '...', '。'])
      assert.deepEqual(await found(q), [], q)
  })

  test('is no query when it is empty', async () => {
    for (const q of ['', ' ', '\u200b']) assert.equal((await search(anonymous, { q })).total, names.size, q)
    const newest = idsOf(await search(anonymous))
    assert.deepEqual(idsOf(await search(anonymous, { q: '' })), newest)
  })
})

test('signs between exclusions ask for nothing more', async () => {
  for (const q of ['-irrigation -brazing', '-irrigation, -brazing', '(-irrigation) ??? -brazing'])
    assert.deepEqual(await found(q, { language: 'en' }), ['keyed'], q)
})

describe('phrases and exclusions', () => {
  const asked = (q: string) => anonymous.get(`/v1/search?${new URLSearchParams({ q })}`)
  const phrases = [...'abcdefghijk'].map((letter) => `"drip ${letter}x"`)

  test('are ten at most', async () => {
    assert.equal((await asked(phrases.slice(1).join(''))).status, 200)
    assert.equal((await asked('"drip irrigation" '.repeat(25))).status, 200)
    for (const q of [phrases.join(''), phrases.map((one) => `-${one}`).join(' ')]) {
      const problem = assertProblem(await asked(q), 400, 'invalid')
      assert.deepEqual(fieldsOf(problem), ['query.q'])
      assert.match(problem.errors?.[0]?.message ?? '', /at most 10 phrases/)
    }
  })

  test('are looked for once each, however they are written', () => {
    const { phrases, without } = wantedBy('"drip irrigation" “Drip Irrigation” -"rice mill" -rice -"Rice Mill"', 'en')
    const [one] = wantedBy('"drip irrigation"', 'en').phrases
    assert.deepEqual(phrases, [one])
    assert.deepEqual(without, wantedBy('-"rice mill" -rice', 'en').without)
  })
})

test('hidden texts answer to phrases and exclusions of officers alone', async () => {
  assert.deepEqual(await found('"zirconium burner"'), [])
  assert.equal((await found('-zirconium')).length, names.size)
  assert.equal((await found('-"zirconium burner" ')).length, names.size)
  assert.equal((await found('"zirconium burner"', {}, officer)).length, names.size)
  assert.deepEqual(await found('-zirconium', {}, officer), [])
})
