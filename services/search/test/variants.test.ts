import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerContent } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer } = await openLibrary()
const { anonymous } = running

const publish = async (language: string, title: string) => {
  const texts = { [language]: { title, summary: title, description: title } }
  const { id } = await publishOffer(offerContent({ originalLanguage: language, texts, keywords: {} }))
  return id
}

const offers = {
  simplified: await publish('zh', '灌溉软件'),
  accented: await publish('vi', 'máy gặt lúa'),
  typed: await publish('vi', 'may gat lua'),
  otherWord: await publish('vi', 'mạy gật lụa'),
  thai: await publish('th', 'แสงสว่าง'),
  burmese: await publish('my', 'မြန်မာနိုင်ငံ'),
  spelt: await publish('en', 'fertilizer colorimetry'),
  copper: await publish('en', 'A copper brazing paste'),
  copperFree: await publish('en', 'A copper-free brazing paste'),
}
await running.settle()
const found = async (q: string, lang?: string) => idsOf(await search(anonymous, { q, ...(lang && { lang }) }))

describe('a text is found however it is typed:', () => {
  for (const [q, id] of [
    ['灌溉軟體', offers.simplified],
    ['เเสงสว่าง', offers.thai],
    ['ျမန္မာႏိုင္ငံ', offers.burmese],
    ['fertiliser', offers.spelt],
  ] as const)
    test(q, async () => assert.ok((await found(q)).includes(id)))

  test('Vietnamese without diacritics, below the same spelling', async () => {
    for (const lang of ['vi', undefined]) {
      const [first, ...others] = await found('may gat lua', lang)
      assert.equal(first, offers.typed)
      assert.ok(others.includes(offers.accented))
    }
  })

  test('Vietnamese with diacritics finds itself and what is typed without, no other word', async () => {
    assert.deepEqual(await found('gặt', 'vi').then((ids) => ids.toSorted()), [offers.accented, offers.typed].toSorted())
  })
})

test('what is free of a thing is found below the thing', async () => {
  assert.deepEqual(await found('copper', 'en'), [offers.copper])
  assert.equal((await found('copper-free paste', 'en'))[0], offers.copperFree)
})
