import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerContent } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer } = await openLibrary()
const { anonymous } = running
const publish = async (language: string, title: string) => {
  const texts = { [language]: { title, summary: title, description: '-' } }
  return (await publishOffer(offerContent({ originalLanguage: language, texts, keywords: {}, sector: 'A' }))).id
}
const offers = {
  durian: await publish('zh', '榴莲保鲜'),
  rice: await publish('zh', '水稻病害'),
  farming: await publish('zh', '农业'),
  cassava: await publish('en', 'Cassava cuttings'),
  pump: await publish('en', 'A pump'),
}
await running.settle()
const names = new Map(Object.entries(offers).map(([name, id]) => [id, name]))
const found = async (q: string) =>
  idsOf(await search(anonymous, { q, lang: 'en' }))
    .map((id) => names.get(id))
    .sort()

describe('what shares with a query', () => {
  test('a specific thing under another name is found', async () => {
    assert.deepEqual(await found('durian'), ['durian'])
    assert.deepEqual(await found('paddy rice'), ['rice'])
  })

  test('only a subject that both are a kind of is not found', async () => {
    assert.deepEqual(await found('mango'), [], 'fruits')
    assert.deepEqual(await found('maize'), [], 'crops')
    assert.deepEqual(await found('maize pump'), ['pump'])
  })

  test('only a broad subject that is named beside a specific one is not found', async () => {
    assert.deepEqual(await found('agriculture durian'), ['durian'])
    assert.deepEqual(await found('crop agriculture maize'), [])
  })

  test('a broad subject that is all it names is found', async () => {
    assert.deepEqual(await found('agriculture'), ['cassava', 'farming', 'rice'])
  })

  test('too little is not counted', async () => {
    const { total, facets } = await search(anonymous, { q: 'agriculture durian', lang: 'en' })
    assert.equal(total, 1)
    assert.deepEqual(facets.language, [{ value: 'zh', count: 1 }])
  })
})

test('more that the best hits say finds nothing more', async () => {
  const { total, items } = await search(anonymous, { q: 'cassava' })
  assert.deepEqual([total, idsOf({ items })], [1, [offers.cassava]])
  assert.deepEqual(items[0].highlights, ['<mark>Cassava</mark> cuttings', '<mark>Cassava</mark> cuttings'])
})
