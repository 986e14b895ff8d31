import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerEvents } from '@techbridge/contracts'
import { assertProblem, fieldsOf, needContent, offerContent, organisations } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer, publishNeed } = await openLibrary()
const { anonymous } = running
const officer = await running.as('officer')
const text = (title: string, summary: string, description = 'Nothing more.') => ({ title, summary, description })

const dryer = await publishOffer(
  offerContent({
    texts: {
      en: text('Grain dryer fired with husk', 'Dries paddy in the rainy season', 'The zirconium burner is secret'),
    },
    keywords: { technology: ['husk furnace'] },
    sector: 'C',
    trl: 9,
    dealTypes: ['exclusiveLicence'],
    ip: { status: 'none' },
  }),
)
const farming = await publishOffer(
  offerContent({
    originalLanguage: 'zh',
    texts: {
      zh: text('农业机械', '用于山地农业的小型机械。'),
      en: text('Machines for hill farms', 'Small & light <machines>'),
    },
    trl: 5,
    anonymous: true,
  }),
  { organisation: organisations.institute },
)
const wanted = await publishNeed(
  needContent({
    texts: { en: text('A dryer for paddy', 'We look for a dryer for grain') },
    sector: 'A',
    minimumTrl: 7,
  }),
)
await running.settle()

describe('a search', () => {
  test('without words gives all, newest first', async () => {
    const found = await search(anonymous)
    assert.deepEqual(idsOf(found), [wanted.id, farming.id, dryer.id])
    assert.equal(found.total, 3)
    assert.deepEqual(found.items[0].highlights, [])
  })

  test('finds words in titles, summaries and keywords, whatever their form, the best first', async () => {
    assert.deepEqual(idsOf(await search(anonymous, { q: 'dryers' })).toSorted(), [dryer.id, wanted.id].toSorted())
    assert.deepEqual(idsOf(await search(anonymous, { q: 'furnace' })), [dryer.id])
    assert.deepEqual(idsOf(await search(anonymous, { q: 'husk fired dryer' }))[0], dryer.id)
    assert.deepEqual(idsOf(await search(anonymous, { q: 'submarine' })), [])
    assert.deepEqual(await search(anonymous, { q: 'the of and' }).then(idsOf), [])
  })

  test('finds details for officers alone', async () => {
    assert.deepEqual(idsOf(await search(anonymous, { q: 'zirconium' })), [])
    assert.deepEqual(idsOf(await search(await running.as('otherProvider'), { q: 'zirconium' })), [])
    assert.deepEqual(idsOf(await search(officer, { q: 'zirconium' })), [dryer.id])
  })

  test('finds across languages', async () => {
    for (const q of ['农业', 'agriculture', 'nông nghiệp']) {
      assert.ok(idsOf(await search(anonymous, { q })).includes(farming.id), q)
    }
  })

  test('shows titles in the language asked for, else in the original', async () => {
    const titles = async (lang: string) =>
      (await search(anonymous, { lang })).items.find(({ id }: any) => id === farming.id).title
    assert.equal(await titles('en'), 'Machines for hill farms')
    assert.equal(await titles('zh'), '农业机械')
    assert.equal(await titles('km'), '农业机械')
  })

  test('marks what it found, in escaped HTML', async () => {
    const { items } = await search(anonymous, { q: 'machines', lang: 'en' })
    const marked = items[0].highlights.join('\n')
    assert.match(marked, /<mark>Machines<\/mark> for hill farms/)
    assert.match(marked, /Small &amp; light &lt;<mark>machines<\/mark>&gt;/)
  })

  test('names no organisation that wants to be anonymous, nor any content', async () => {
    const { items } = await search(anonymous)
    const [, hidden, named] = items
    assert.equal('organisation' in hidden, false)
    assert.equal(JSON.stringify(hidden).includes(organisations.institute.name), false)
    assert.deepEqual(named.organisation, organisations.university)
    assert.equal(JSON.stringify(items).includes('zirconium'), false)
  })
})

describe('filters', () => {
  const cases: [Record<string, string | string[] | number>, string[]][] = [
    [{ kind: 'need' }, [wanted.id]],
    [{ country: 'CN' }, [dryer.id]],
    [{ country: ['CN', 'VN'], kind: 'offer' }, [farming.id, dryer.id]],
    [{ sector: 'C' }, [dryer.id]],
    [{ dealType: 'exclusiveLicence' }, [dryer.id]],
    [{ ipStatus: 'none' }, [dryer.id]],
    [{ language: 'zh' }, [farming.id]],
    [{ language: '*' }, [wanted.id, farming.id, dryer.id]],
    [{ language: ['zh', '*'] }, [wanted.id, farming.id, dryer.id]],
    [{ language: 'zh-CN' }, []],
    [{ trlMin: 6 }, [wanted.id, dryer.id]],
    [{ trlMin: 6, trlMax: 8 }, [wanted.id]],
    [{ trlMax: 5 }, [farming.id]],
    [{ q: 'dryer', sector: 'A' }, [wanted.id]],
    [{ sector: 'B' }, []],
  ]
  for (const [query, expected] of cases) {
    test(`by ${JSON.stringify(query)}`, async () => assert.deepEqual(idsOf(await search(anonymous, query)), expected))
  }

  test('are counted as facets over all that was found', async () => {
    const { facets } = await search(anonymous, { limit: 1 })
    assert.deepEqual(facets.kind, [
      { value: 'offer', count: 2 },
      { value: 'need', count: 1 },
    ])
    assert.deepEqual(
      facets.language.find(({ value }: any) => value === 'en'),
      { value: 'en', count: 3 },
    )
    const { facets: none } = await search(anonymous, { q: 'submarine' })
    assert.deepEqual(none, { kind: [], country: [], sector: [], dealType: [], ipStatus: [], language: [] })
  })

  test('of unknown values are refused by name', async () => {
    const wrong: [string, string][] = [
      ['kind=case', 'query.kind'],
      ['country=Atlantis', 'query.country.0'],
      ['sector=A&sector=Z', 'query.sector.1'],
      ['trlMin=0', 'query.trlMin'],
      ['trlMax=x', 'query.trlMax'],
      ['lang=chinese', 'query.lang'],
      ['lang=zz', 'query.lang'],
      ['lang=*', 'query.lang'],
      ['language=en&language=zh-hant', 'query.language.1'],
      ['language=qqq', 'query.language.0'],
      ['language=zh-*', 'query.language.0'],
      ['limit=0', 'query.limit'],
      ['colour=red', 'query.colour'],
      [`q=${'x'.repeat(501)}`, 'query.q'],
      ['q=%00', 'query.q'],
    ]
    for (const [query, path] of wrong) {
      assert.deepEqual(fieldsOf(assertProblem(await anonymous.get(`/v1/search?${query}`), 400, 'invalid')), [path])
    }
  })
})

describe('what is published', () => {
  test('is replaced by its revision and gone once withdrawn', async () => {
    const first = await publishOffer(offerContent({ texts: { en: text('Gyroscopic harvester', 'Harvests') } }))
    await running.settle()
    assert.deepEqual(idsOf(await search(anonymous, { q: 'gyroscopic' })), [first.id])
    const texts = { en: text('Ballistic harvester', 'Harvests') }
    await publishOffer(offerContent({ texts }), { id: first.id, revision: 2 })
    await running.settle()
    assert.deepEqual(idsOf(await search(anonymous, { q: 'gyroscopic' })), [])
    assert.deepEqual(idsOf(await search(anonymous, { q: 'ballistic' })), [first.id])
    await running.publish(offerEvents.published, first, 10)
    await running.settle()
    assert.deepEqual(idsOf(await search(anonymous, { q: 'ballistic' })), [first.id], 'an old event changes nothing')
    await running.publish(offerEvents.withdrawn, { ...first, reason: 'sold' }, 21)
    await running.settle()
    assert.deepEqual(idsOf(await search(anonymous, { q: 'ballistic' })), [])
    assert.equal(idsOf(await search(anonymous)).includes(first.id), false)
  })
})

describe('languages with regions and scripts', async () => {
  const of = (language: string, others: string[] = []) =>
    offerContent({
      originalLanguage: language,
      texts: Object.fromEntries([language, ...others].map((one) => [one, text(`Title in ${one}`, 'Regional')])),
    })
  const library = await openLibrary()
  const taiwan = await library.publishOffer(of('zh-Hant-TW', ['en-GB']))
  const china = await library.publishOffer(of('zh-CN'))
  const manila = await library.publishOffer(of('fil'))
  const plain = await library.publishOffer(of('zh', ['en', 'en-US']))
  await library.running.settle()
  const everyone = library.running.anonymous
  const found = async (language: string | string[]) => idsOf(await search(everyone, { language }))

  test('are found by every range that they are in', async () => {
    assert.deepEqual(await found('zh'), [plain.id, china.id, taiwan.id])
    assert.deepEqual(await found('zh-Hant'), [taiwan.id])
    assert.deepEqual(await found('zh-Hant-TW'), [taiwan.id])
    assert.deepEqual(await found('en'), [plain.id, taiwan.id])
    assert.deepEqual(await found('en-GB'), [taiwan.id])
    assert.deepEqual(await found('fi'), [])
    assert.deepEqual(await found(['fil', 'zh-CN']), [manila.id, china.id])
  })

  test('are counted as the filter would find them', async () => {
    const { facets } = await search(everyone)
    for (const { value, count } of facets.language) assert.equal((await found(value)).length, count, value)
    assert.equal(facets.language.find(({ value }: any) => value === 'zh').count, 3)
  })

  test('are shown to who wants the language, the closest first', async () => {
    const shown = async (lang: string, id: string) =>
      (await search(everyone, { lang })).items.find((item: any) => item.id === id).language
    assert.equal(await shown('en', taiwan.id), 'en-GB')
    assert.equal(await shown('en-AU', taiwan.id), 'en-GB')
    assert.equal(await shown('en-GB', plain.id), 'en')
    assert.equal(await shown('zh', china.id), 'zh-CN')
    assert.equal(await shown('fi', manila.id), 'fil', 'its original, for there is no Finnish')
    assert.equal(await shown('zh-Hant', plain.id), 'zh')
  })
})
