import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import fc from 'fast-check'
import { openLibrary, search } from './library.ts'

/** Who is anonymous, in one world or the other. */
const holders = {
  one: { id: 'first-holder', name: 'First', country: 'CN', kind: 'university' },
  other: { id: 'second-holder', name: 'Second', country: 'CN', kind: 'agency' },
} as const

/** The same for everyone to read; what few may know is one thing or another. */
const openWorld = async (hidden: 'one' | 'other') => {
  const other = hidden === 'other'
  const library = await openLibrary()
  const { publishOffer, publishNeed, running } = library
  const secret = other
    ? 'A ceramic burner. Fired with husk pellets.'
    : 'A zirconium burner with drip irrigation of rice, cooled.'
  const text = (title: string, summary: string) => ({ en: { title, summary, description: secret } })
  const organisation = holders[hidden]
  const number = other ? 'US10123456B1' : 'WO 2023/123456 A1'
  await publishOffer(offerContent({ texts: text('Grain dryer', 'Dries paddy.'), keywords: {} }))
  // On the day of the one before, an hour before it or after.
  const hour = other ? 3600 : -3600
  running.clock.advance({ days: -1, seconds: hour })
  await publishOffer(
    offerContent({
      texts: text('Drip lines', 'For orchards of durian.'),
      keywords: {},
      anonymous: true,
      ip: { status: 'granted', patents: [{ number, office: other ? 'US' : 'WO', status: 'granted' }] },
      price: { max: other ? 1 : 2, currency: 'CNY' },
    }),
    { organisation },
  )
  running.clock.advance({ days: 1, seconds: -hour })
  await publishNeed(
    needContent({ texts: text('Husk furnace wanted', 'For a rice mill.'), keywords: {}, anonymous: true }),
    { organisation },
  )
  await publishNeed(needContent({ texts: text('Burner wanted', 'For paddy.'), keywords: {} }))
  await running.settle()
  return library
}

const worlds = [await openWorld('one'), await openWorld('other')] as const

/** Whoever may know neither world's secrets. */
const strangers = ['anonymous', 'seeker', 'otherProvider'] as const

const answer = async (
  world: (typeof worlds)[number],
  who: (typeof strangers)[number],
  query: Record<string, string>,
) => {
  const agent = who === 'anonymous' ? world.running.anonymous : await world.running.as(who)
  const { items, ...rest } = await search(agent, query)
  // Ids are those of the order of publication of all libraries together.
  return { ...rest, next: rest.next !== undefined, items: items.map(({ id: _, ...item }: { id: string }) => item) }
}

const word = fc.constantFrom(
  ...[
    'zirconium',
    'ceramic',
    'burner',
    'rice',
    'husk',
    'paddy',
    'durian',
    '水稻',
    'pellets',
    'cooled',
    'dryer',
    'xylophone',
  ],
)
const phrase = fc.constantFrom(
  ...['zirconium burner', 'ceramic burner', 'drip irrigation', 'drip lines', 'rice mill', 'husk pellets', 'with husk'],
)
const part = fc.oneof(
  word,
  phrase.map((one) => `"${one}"`),
  word.map((one) => `-${one}`),
  phrase.map((one) => `-"${one}"`),
)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })
const day = fc.integer({ min: 24, max: 30 }).map((n) => `2026-11-${n}`)
const queries = fc
  .record({
    q: some(fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))),
    organisation: some(
      fc.constantFrom(holders.one.id, holders.other.id, organisations.university.id, organisations.cooperative.id),
    ),
    patent: some(fc.constantFrom('US10123456B1', 'WO2023123456A1', 'EP1234567')),
    ipc: some(fc.constantFrom('A', 'A01G', 'H')),
    territory: some(fc.constantFrom('VN', 'WORLD')),
    publishedFrom: some(day),
    sort: some(fc.constantFrom('relevance', 'newest', 'oldest', 'deadline')),
    limit: some(fc.constantFrom('1', '100')),
  })
  .map((query) =>
    Object.fromEntries(Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined)),
  )

describe('what few may know tells nothing to others', () => {
  test('by any words, phrase, exclusion, filter or order: not what is found, its order, score, highlights, counts or pages', async () => {
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom(...strangers), async (query, who) => {
        const [one, other] = [await answer(worlds[0], who, query), await answer(worlds[1], who, query)]
        assert.deepEqual(other, one)
      }),
      { numRuns: 150, interruptAfterTimeLimit: 30_000 },
    )
  })

  test('and the two are not the same for officers', async () => {
    const told: Record<string, string>[] = [
      { q: 'zirconium' },
      { q: '-"drip irrigation"' },
      { organisation: holders.one.id },
      { patent: 'WO2023123456A1' },
    ]
    for (const query of told) {
      const totals: number[] = []
      for (const { running } of worlds) totals.push((await search(await running.as('officer'), query)).total)
      assert.notEqual(totals[0], totals[1], JSON.stringify(query))
    }
  })
})
