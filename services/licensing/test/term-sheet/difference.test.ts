import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ClauseDifference, clauseNames, dealType, type Terms } from '@techbridge/contracts'
import fc from 'fast-check'
import { differenceOf } from '../../src/domain/term-sheet/difference.ts'
import { termSheets } from './examples.ts'

const before = termSheets.exclusiveLicence
const changed = (change: (terms: Terms) => void) => {
  const after = structuredClone(before)
  change(after)
  return differenceOf(before, after)
}

describe('the difference of two versions', () => {
  test('names clause, field, and both values', () => {
    const found = changed((after) => {
      if (after.royalty?.tiers[1]) after.royalty.tiers[1].rate = '3'
      after.royalty = {
        ...after.royalty,
        minimum: { amount: 1, currency: 'CNY' },
        tiers: after.royalty?.tiers ?? [],
        period: 'year',
      }
      delete after.upfront?.note
      if (after.term) delete after.term.renewal
    })
    const expected: ClauseDifference[] = [
      { clause: 'term', change: 'changed', fields: [{ path: 'renewal', from: before.term?.renewal }] },
      {
        clause: 'royalty',
        change: 'changed',
        fields: [
          { path: 'tiers.2.rate', from: '3.5', to: '3' },
          { path: 'minimum', from: { amount: 10_000_000, currency: 'CNY' }, to: { amount: 1, currency: 'CNY' } },
        ],
      },
    ]
    assert.deepEqual(found, expected)
  })

  test('tells a clause that is added and one that is removed, with its fields', () => {
    const { upfront, ...without } = before
    const fields = [
      { path: 'amount', to: upfront?.amount },
      { path: 'dueDays', to: 30 },
    ]
    assert.deepEqual(differenceOf(without, before), [{ clause: 'upfront', change: 'added', fields }])
    assert.deepEqual(differenceOf(before, without), [
      { clause: 'upfront', change: 'removed', fields: fields.map(({ path, to }) => ({ path, from: to })) },
    ])
  })

  test('is none when territories, languages or entries with names stand in another order', () => {
    const found = changed((after) => {
      for (const { territories } of after.grant?.grants ?? []) territories.reverse()
      after.milestones?.list.reverse()
      after.law?.languages.reverse()
      after.subject?.deliverables.reverse()
    })
    assert.deepEqual(found, [])
  })

  test('finds an entry by its name, wherever it stands', () => {
    const found = changed((after) => {
      after.milestones?.list.reverse()
      after.milestones?.list.push({ name: 'toString', due: '2030-01-01' })
      if (after.milestones?.list[0]) after.milestones.list[0].due = '2030-06-30'
    })
    assert.deepEqual(found, [
      {
        clause: 'milestones',
        change: 'changed',
        fields: [
          { path: 'list.“年产一千台”.due', from: '2029-12-31', to: '2030-06-30' },
          { path: 'list.“toString”', to: { name: 'toString', due: '2030-01-01' } },
        ],
      },
    ])
  })

  test('is a set for territories: one more is a difference, none in common is one too', () => {
    const found = changed(({ grant }) => grant?.grants[0]?.territories.push('LA'))
    assert.deepEqual(found[0]?.fields, [{ path: 'grants.1.territories', from: ['VN', 'TH'], to: ['VN', 'TH', 'LA'] }])
  })

  const any = fc.record(
    Object.fromEntries(
      clauseNames.map((clause) => [
        clause,
        fc.constantFrom(...Object.values(termSheets).flatMap((one) => (one[clause] ? [one[clause]] : []))),
      ]),
    ),
    { requiredKeys: [] },
  )

  test('is none with itself, and the mirror image the other way round', () => {
    fc.assert(
      fc.property(any, any, (one: Terms, other: Terms) => {
        assert.deepEqual(differenceOf(one, structuredClone(one)), [])
        const there = differenceOf(one, other)
        const back = differenceOf(other, one)
        assert.deepEqual(
          back.map(({ clause }) => clause),
          there.map(({ clause }) => clause),
        )
        const mirrored = there.map(({ fields }) =>
          fields.map(({ path, from, to }) => JSON.stringify([path, to, from])).toSorted(),
        )
        assert.deepEqual(
          back.map(({ fields }) => fields.map(({ path, from, to }) => JSON.stringify([path, from, to])).toSorted()),
          mirrored,
        )
      }),
    )
  })

  test('is there exactly for the clauses that do not say the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dealType.options), fc.constantFrom(...dealType.options), (one, other) => {
        const [from, to] = [termSheets[one], termSheets[other]]
        const differing = clauseNames.filter((clause) => JSON.stringify(from[clause]) !== JSON.stringify(to[clause]))
        assert.deepEqual(
          differenceOf(from, to).map(({ clause }) => clause),
          differing,
        )
      }),
    )
  })
})
