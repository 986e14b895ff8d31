import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, needContent, offerContent, organisations } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer, publishNeed } = await openLibrary()
const { anonymous } = running
const { university, institute, cooperative } = organisations
const people = {
  anonymous,
  seeker: await running.as('seeker'),
  otherSeeker: await running.as('otherSeeker'),
  provider: await running.as('provider'),
  otherProvider: await running.as('otherProvider'),
  officer: await running.as('officer'),
  admin: await running.as('admin'),
}

const listings = {
  dripping: await publishOffer(offerContent({ ipc: ['A01G25/02'], sdgs: [2, 6], territories: ['VN', 'TH'] })),
  growing: await publishOffer(offerContent({ ipc: ['A01G9/24', 'C05F17/00'], sdgs: [2], territories: ['WORLD'] }), {
    organisation: institute,
  }),
  hidden: await publishOffer(offerContent({ ipc: ['H01M10/54'], sdgs: [], territories: ['LA'], anonymous: true })),
  wanted: await publishNeed(needContent({ ipc: ['A01'], sdgs: [6], territories: ['KH'] })),
  unnamed: await publishNeed(needContent({ ipc: [], sdgs: [], territories: ['KH', 'LA'], anonymous: true })),
}
await running.settle()
const names = new Map(Object.entries(listings).map(([name, { id }]) => [id, name]))
const found = async (query: Record<string, string | string[]>, who: keyof typeof people = 'anonymous') =>
  idsOf(await search(people[who], query)).map((id) => names.get(id))
const dayOf = (name: keyof typeof listings) => listings[name].publishedAt.slice(0, 10)

describe('a filter', () => {
  const cases: [query: Record<string, string | string[]>, found: string[]][] = [
    [{ ipc: 'A' }, ['wanted', 'growing', 'dripping']],
    [{ ipc: 'a' }, ['wanted', 'growing', 'dripping']],
    [{ ipc: 'A01' }, ['wanted', 'growing', 'dripping']],
    [{ ipc: 'A01G' }, ['growing', 'dripping']],
    [{ ipc: 'A01G 9/24' }, ['growing']],
    [{ ipc: 'a01g 0009/24 (2006.01)' }, ['growing']],
    [{ ipc: 'A01G 9/00' }, ['growing']],
    [{ ipc: 'A01G2/00' }, []],
    [{ ipc: 'A0' }, []],
    [{ ipc: ['H', 'C05F'] }, ['hidden', 'growing']],
    [{ sdg: '2' }, ['growing', 'dripping']],
    [{ sdg: ['6', '13'] }, ['wanted', 'dripping']],
    [{ territory: 'TH' }, ['growing', 'dripping']],
    [{ territory: ['KH', 'LA'] }, ['unnamed', 'wanted', 'hidden', 'growing']],
    [{ territory: 'WORLD' }, ['growing']],
    [{ publishedFrom: dayOf('wanted') }, ['unnamed', 'wanted']],
    [{ publishedTo: dayOf('growing') }, ['growing', 'dripping']],
    [{ publishedFrom: dayOf('growing'), publishedTo: dayOf('hidden') }, ['hidden', 'growing']],
    [{ organisation: institute.id }, ['growing']],
    [{ organisation: [institute.id, cooperative.id] }, ['wanted', 'growing']],
    [{ organisation: 'nobody-at-all' }, []],
    [{ ipc: 'A01G', sdg: '6', territory: 'VN' }, ['dripping']],
    [{ ipc: 'A01G', q: 'drip', kind: 'need' }, []],
  ]
  for (const [query, expected] of cases) {
    if (query.ipc === 'A0') continue
    test(`by ${JSON.stringify(query)}`, async () => assert.deepEqual(await found(query), expected))
  }

  test('that says no such thing is refused by name, with what to write', async () => {
    const wrong: [query: string, path: string, message: RegExp][] = [
      ['ipc=A0', 'query.ipc.0', /section A to H or Y/],
      ['ipc=I', 'query.ipc.0', /section A to H or Y/],
      ['ipc=A01G&ipc=rice', 'query.ipc.1', /section A to H or Y/],
      ['sdg=18', 'query.sdg.0', /at most 17/],
      ['sdg=two', 'query.sdg.0', /whole number/],
      ['territory=UK', 'query.territory.0', /GB/],
      ['publishedFrom=yesterday', 'query.publishedFrom', /existing date/],
      ['publishedFrom=2026-02-30', 'query.publishedFrom', /existing date/],
      ['publishedFrom=2026-11-24T08:00:00Z', 'query.publishedFrom', /existing date/],
      ['publishedFrom=2026-12-02&publishedTo=2026-12-01', 'query.publishedTo', /not be before publishedFrom/],
      ['organisation=Dianchi+University', 'query.organisation.0', /lower-case/],
      ['sort=best', 'query.sort', /relevance/],
    ]
    for (const [query, path, message] of wrong) {
      const problem = assertProblem(await anonymous.get(`/v1/search?${query}`), 400, 'invalid')
      assert.ok(fieldsOf(problem).includes(path), `${query}: ${fieldsOf(problem)}`)
      assert.match(problem.errors?.map((one) => one.message).join('\n') ?? '', message)
    }
  })
})

describe('the organisation of an anonymous profile', () => {
  test('finds it for itself and for officers', async () => {
    const ofUniversity = { organisation: university.id }
    for (const who of ['officer', 'admin', 'provider'] as const)
      assert.deepEqual(await found(ofUniversity, who), ['hidden', 'dripping'], who)
    for (const who of ['officer', 'admin', 'seeker'] as const)
      assert.deepEqual(await found({ organisation: cooperative.id }, who), ['unnamed', 'wanted'], who)
  })

  test('finds and counts nothing of it for others', async () => {
    for (const who of ['anonymous', 'seeker', 'otherSeeker', 'otherProvider'] as const) {
      const { total, facets } = await search(people[who], { organisation: university.id })
      assert.deepEqual([total, facets.kind], [1, [{ value: 'offer', count: 1 }]], who)
      assert.deepEqual(await found({ organisation: university.id, ipc: 'H' }, who), [], who)
    }
    for (const who of ['anonymous', 'otherSeeker', 'provider', 'otherProvider'] as const)
      assert.deepEqual(await found({ organisation: cooperative.id }, who), ['wanted'], who)
  })

  test('cannot be asked for by the names that it has in the index', async () => {
    for (const organisation of [`* ${university.id}`, `${university.id} offer ${university.id}`, `*+${university.id}`])
      assertProblem(await anonymous.get(`/v1/search?${new URLSearchParams({ organisation })}`), 400, 'invalid')
  })
})
