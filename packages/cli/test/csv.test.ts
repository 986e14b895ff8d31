import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, needsApi, offerContent, offersApi } from '@techbridge/contracts'
import { readCsv } from '../src/import/read/csv.ts'
import { columns, rowOf } from '../src/import/read/csv-columns.ts'
import type { Kind } from '../src/import/record.ts'
import { chunks, collect } from './async.ts'

const read = (text: string, as: Kind = 'offers', size?: number) => collect(readCsv(chunks(text, size), as))

const offerCsv = `key,organisationId,organisationName,organisationCountry,organisationKind,type,language,title,summary,description,advantages,sector,trl,stage,ipStatus,dealTypes,territories,technologyKeywords,sdgs,anonymous,priceMin,priceCurrency,title.en,summary.en,description.en\r
drip-1,dianchi-university,滇池农业大学,CN,university,TO,zh,滴灌,"节水, 省肥","第一行
第二行",,A,7,availableForDemonstration,granted,option; knowHow,TH;VN,滴灌;果园,2;6,yes,1200,CNY,Drip irrigation,Saves water,"He said ""yes"""\r
`

describe('CSV', () => {
  test('gives the content of an offer, with a translation, lists, numbers and money', async () => {
    const [first, ...others] = await read(offerCsv)
    assert.equal(others.length, 0)
    assert.equal(first!.row, 2)
    const { key, organisation, content } = first!.value as Record<string, any>
    assert.equal(key, 'drip-1')
    assert.deepEqual(organisation, {
      id: 'dianchi-university',
      name: '滇池农业大学',
      country: 'CN',
      kind: 'university',
    })
    const parsed = offerContent.parse(content)
    assert.deepEqual(parsed.texts, {
      zh: { title: '滴灌', summary: '节水, 省肥', description: '第一行\n第二行' },
      en: { title: 'Drip irrigation', summary: 'Saves water', description: 'He said "yes"' },
    })
    assert.deepEqual(parsed.dealTypes, ['option', 'knowHow'])
    assert.deepEqual(parsed.sdgs, [2, 6])
    assert.deepEqual(parsed.price, { min: 1200, currency: 'CNY' })
    assert.equal(parsed.trl, 7)
    assert.equal(parsed.anonymous, true)
  })

  const examples = { offers: offersApi.create.body, needs: needsApi.create.body }
  for (const kind of ['offers', 'needs'] as const)
    test(`has a column for each field of ${kind} that fits into a cell`, () => {
      const example = examples[kind]!.meta()!.example as Record<string, any>
      const cellOf = (path: readonly string[]) =>
        String([path.reduce<any>((value, name) => value?.[name], { content: example }) ?? ''].flat().join('; '))
      const cells = Object.entries(columns[kind]).map(([name, { path }]) => [name, cellOf(path)] as const)
      const { content } = rowOf(Object.fromEntries(cells), kind) as Record<string, any>
      const { texts: _, claims: __, ...fitting } = example
      assert.deepEqual(content, fitting)
    })

  test('separates lists by semicolons, but not by those of entities', async () => {
    const csv = 'key,technologyKeywords\na,R&D;R&amp;D; x &lt; 5 ;caf&#233;;tea\n'
    const [first] = await read(csv)
    const { content } = first!.value as Record<string, any>
    assert.deepEqual(content.keywords.technology, ['R&D', 'R&amp;D', 'x &lt; 5', 'caf&#233;', 'tea'])
  })

  test('gives the content of a need', async () => {
    const [first] = await read(
      'key,type,language,title,summary,description,sector,dealTypes,territories,minimumTrl,budgetMax,budgetCurrency,responseDeadline\n1,TR,en,T,S,D,A,option,WORLD,6,100,THB,2027-01-31\n',
      'needs',
    )
    const { content } = first!.value as { content: unknown }
    const { minimumTrl, budget, responseDeadline } = needContent.parse(content)
    assert.deepEqual(
      { minimumTrl, budget, responseDeadline },
      {
        minimumTrl: 6,
        budget: { max: 100, currency: 'THB' },
        responseDeadline: '2027-01-31',
      },
    )
  })

  test('leaves what it cannot read as it is, for the server to refuse by its path', async () => {
    const [first] = await read('key,language,trl,sdgs,anonymous\n1,en,seven,2;two,perhaps\n')
    assert.deepEqual(first!.value, {
      key: '1',
      content: { originalLanguage: 'en', trl: 'seven', sdgs: [2, 'two'], anonymous: 'perhaps' },
    })
  })

  test('numbers rows as a spreadsheet does and refuses those with other cells than the header', async () => {
    for (const size of [1, 5, 1000]) {
      const rows = await read('key,title\nk1,a\nonly\n\n,\nk5,5" pipe\nk6,a,b\n', 'offers', size)
      assert.deepEqual(
        rows.map(({ row, value, errors }) => [row, (value as { key: string })?.key ?? errors?.[0]?.message]),
        [
          [2, 'k1'],
          [3, 'has 1 cells, the header has 2'],
          [6, 'k5'],
          [7, 'has 3 cells, the header has 2'],
        ],
      )
    }
  })

  test('stops at once where the header is wrong or a quote is never closed', async () => {
    await assert.rejects(read('key,titel\n1,a\n'), /columns that offers have not: titel/)
    await assert.rejects(read('key,minimumTrl\n1,2\n'), /columns that offers have not: minimumTrl/)
    await assert.rejects(read('key,key\n1,2\n'), /columns twice: key/)
    await assert.rejects(read('key,title\n1,"open\n2,b\n'), /no CSV.*line 3/)
  })
})
