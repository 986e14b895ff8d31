import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, needContent, offerContent, organisations } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer, publishNeed } = await openLibrary()
const { anonymous } = running
const people = {
  anonymous,
  seeker: await running.as('seeker'),
  otherProvider: await running.as('otherProvider'),
  provider: await running.as('provider'),
  officer: await running.as('officer'),
  admin: await running.as('admin'),
}

type Patent = { number: string; office: 'CN' | 'US' | 'WO' | 'EP' | 'BR' }
const holding = (patents: Patent[], more: Parameters<typeof offerContent>[0] = {}) =>
  offerContent({
    ...more,
    ip: { status: 'granted', patents: patents.map((one) => ({ ...one, status: 'granted' as const })) },
  })

const chinese = await publishOffer(
  holding([
    { number: 'ZL 2023 1 0123456.6', office: 'CN' },
    { number: 'CN116543210B', office: 'CN' },
  ]),
)
const american = await publishOffer(holding([{ number: '10,123,456 B2', office: 'US' }]), {
  organisation: organisations.institute,
})
const hidden = await publishOffer(
  holding(
    [
      { number: 'US10123456B1', office: 'US' },
      { number: 'WO 2023/123456 A1', office: 'WO' },
    ],
    { anonymous: true },
  ),
)
const english = { title: 'Licence', summary: 'An alternative to US7654321B2 is wanted.', description: 'None.' }
const wanted = await publishNeed(needContent({ texts: { en: english } }))
await running.settle()

describe('a search by patent', () => {
  const cases: [patent: string | string[], found: string[]][] = [
    ['CN 2023 1 0123456.6', [chinese.id]],
    ['202310123456', [chinese.id]],
    ['专利号：ZL202310123456.6', [chinese.id]],
    ['CN116543210A', [chinese.id]],
    ['116543210', [chinese.id]],
    ['U.S. Patent No. 10,123,456 B2', [american.id]],
    ['US10123456', [american.id]],
    ['WO2023/123456', []],
    ['US10123457B2', []],
    [
      ['US10123456', 'CN116543210'],
      [american.id, chinese.id],
    ],
  ]
  for (const [patent, found] of cases) {
    test(`for ${patent} finds ${found.length}`, async () =>
      assert.deepEqual(idsOf(await search(anonymous, { patent })), found))
  }

  test('goes together with words and other filters', async () => {
    assert.deepEqual(idsOf(await search(anonymous, { patent: 'US10123456', q: 'drip irrigation' })), [american.id])
    assert.deepEqual(idsOf(await search(anonymous, { patent: 'US10123456', q: 'submarine' })), [])
    assert.deepEqual(idsOf(await search(anonymous, { patent: 'US10123456', country: 'CN' })), [])
  })

  test('that cannot be read is refused with what to write', async () => {
    const wrong: [string, RegExp][] = [
      ['durian', /must be a patent number as its office writes it, such as CN202310123456\.6/],
      ['', /must be a patent number/],
      ['CN 2023 1 0123456.7', /check digit 7, but 202310123456 has 6/],
      ['CN 12', /CN has no numbers of this form/],
      [`US${'1'.repeat(100)}`, /at most 100 characters/],
    ]
    for (const [patent, message] of wrong) {
      const problem = assertProblem(
        await anonymous.get(`/v1/search?${new URLSearchParams({ patent })}`),
        400,
        'invalid',
      )
      assert.deepEqual([...new Set(fieldsOf(problem))], ['query.patent.0'])
      assert.match(problem.errors?.[0]?.message ?? '', message)
    }
  })
})

describe('words that are a patent number', () => {
  test('find the offers that list it', async () => {
    for (const q of ['US10123456B2', 'US 10,123,456', 'U.S. Patent No. 10,123,456']) {
      assert.deepEqual(idsOf(await search(anonymous, { q })), [american.id], q)
    }
    assert.deepEqual(idsOf(await search(anonymous, { q: 'CN 2023 1 0123456.6' })), [chinese.id])
  })

  test('are words when no such offer is there', async () => {
    assert.deepEqual(idsOf(await search(anonymous, { q: 'US7654321B2' })), [wanted.id])
    assert.deepEqual(idsOf(await search(anonymous, { q: 'US10123456B2', kind: 'need' })), [])
  })
})

describe('the patents of an anonymous offer', () => {
  const everybodyElse = ['anonymous', 'seeker', 'otherProvider'] as const
  const readers = ['provider', 'officer', 'admin'] as const
  const queries: Record<string, string>[] = [
    { patent: 'WO2023123456A1' },
    { patent: 'US10123456' },
    { q: 'WO2023123456' },
    { q: 'US10123456B1' },
  ]

  test('find it for its owner and officers', async () => {
    for (const who of readers) {
      for (const query of queries) assert.ok(idsOf(await search(people[who], query)).includes(hidden.id), who)
    }
  })

  test('find, count and tell nothing for others, just as a patent that nobody has', async () => {
    for (const who of everybodyElse) {
      for (const query of queries) assert.ok(!idsOf(await search(people[who], query)).includes(hidden.id), who)
      const existing = await search(people[who], { patent: 'WO2023123456A1' })
      const missing = await search(people[who], { patent: 'WO2023654321A1' })
      assert.deepEqual(existing, missing)
      assert.deepEqual(
        await search(people[who], { q: 'WO2023123456A1' }),
        await search(people[who], { q: 'WO2023654321A1' }),
      )
      const { total, facets } = await search(people[who], { patent: 'US10123456' })
      assert.deepEqual([total, facets.country], [1, [{ value: 'VN', count: 1 }]])
    }
  })

  test('cannot be asked for by the names they have in the index', async () => {
    for (const patent of ['* WO2023123456', `${organisations.university.id} WO2023123456`]) {
      const { status, body } = await anonymous.get(`/v1/search?${new URLSearchParams({ patent })}`)
      assert.ok(status === 400 || body.total === 0, patent)
    }
  })

  test('are for its owner no longer hidden from others once it is named, and the other way round', async () => {
    const content = (anonymous: boolean) => holding([{ number: 'EP1234567B1', office: 'EP' }], { anonymous })
    const offer = await publishOffer(content(true))
    const seen = async () => {
      await running.settle()
      return idsOf(await search(anonymous, { patent: 'EP1234567' }))
    }
    assert.deepEqual(await seen(), [])
    await publishOffer(content(false), { id: offer.id, revision: 2 })
    assert.deepEqual(await seen(), [offer.id])
    await publishOffer(content(true), { id: offer.id, revision: 3 })
    assert.deepEqual(await seen(), [])
  })
})
