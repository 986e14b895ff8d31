import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clauseNames, type DealType, dealType, type MessageCode, type Terms, terms } from '@techbridge/contracts'
import fc from 'fast-check'
import { deals } from '../../src/domain/term-sheet/clauses-of-deals.ts'
import { findingsIn } from '../../src/domain/term-sheet/findings.ts'
import { offered, termSheets } from './examples.ts'

const sheet = (deal: DealType, change: (terms: Terms) => void = () => {}): Terms => {
  const given = structuredClone(termSheets[deal])
  change(given)
  return given
}
const cny = (amount: number) => ({ amount, currency: 'CNY' })
const told = (given: Terms, territories: readonly string[] = offered) =>
  findingsIn(given, territories).map(({ severity, code, places }) => [severity, code, ...places].join(' '))

describe('an invented sheet', () => {
  for (const deal of dealType.options) {
    test(`of type ${deal} fits the contract and has no error`, () => {
      assert.deepEqual(terms.parse(termSheets[deal]), termSheets[deal])
      assert.deepEqual(
        told(termSheets[deal]).filter((one) => one.startsWith('error')),
        [],
      )
    })
  }

  test('has every clause among them', () => {
    const used = new Set(Object.values(termSheets).flatMap((one) => Object.keys(one)))
    assert.deepEqual(
      clauseNames.filter((clause) => !used.has(clause)),
      [],
    )
  })
})

describe('every type of deal', () => {
  for (const deal of dealType.options) {
    const { needs, mayHave } = deals[deal]
    test(`${deal} misses each clause that it needs, and no other`, () => {
      for (const clause of clauseNames.filter((one) => one !== 'deal')) {
        const without = sheet(deal, (given) => delete given[clause])
        const missing = told(without).includes(`error terms.clause-missing ${clause}`)
        assert.equal(missing, needs.includes(clause), clause)
      }
    })

    test(`${deal} refuses each clause that does not belong to it, and no other`, () => {
      const all: Terms = Object.assign({}, ...Object.values(termSheets), sheet(deal))
      const foreign = told(all).filter((one) => one.startsWith('error terms.clause-foreign '))
      assert.deepEqual(
        foreign,
        clauseNames
          .filter((clause) => all[clause] && !needs.includes(clause) && !mayHave.includes(clause))
          .map((clause) => `error terms.clause-foreign ${clause}`),
      )
    })
  }

  test('is needed itself', () => {
    assert.deepEqual(told({}), ['error terms.clause-missing deal'])
  })
})

interface Case {
  deal: DealType
  change: (terms: Terms) => void
  says: string[]
}

const tiers =
  (...given: [from: number, to: number | undefined][]) =>
  (one: Terms) => {
    if (one.royalty)
      one.royalty.tiers = given.map(([from, to]) => ({
        from: cny(from),
        ...(to !== undefined && { to: cny(to) }),
        rate: '3',
      }))
  }
const grants = (one: Terms) => one.grant?.grants ?? []

/** What is done to a sheet without contradictions, and what it then says beside its warnings of before. */
const cases: Record<string, Case> = {
  'a royalty without a base': {
    deal: 'exclusiveLicence',
    change: ({ royalty }) => delete royalty?.base,
    says: ['error terms.royalty-without-base royalty.base'],
  },
  'a royalty on sales without a rate': {
    deal: 'exclusiveLicence',
    change: tiers(),
    says: ['error terms.royalty-without-rate royalty.tiers'],
  },
  'a royalty on units without a price': {
    deal: 'coExclusiveLicence',
    change: ({ royalty }) => delete royalty?.perUnit,
    says: ['error terms.royalty-without-rate royalty.perUnit'],
  },
  'a royalty on units with tiers': {
    deal: 'coExclusiveLicence',
    change: ({ royalty }) => royalty?.tiers.push({ from: { amount: 0, currency: 'THB' }, rate: '1' }),
    says: ['error terms.royalty-other-base royalty.tiers royalty.base'],
  },
  'a minimum above the cap': {
    deal: 'exclusiveLicence',
    change: ({ royalty }) => Object.assign(royalty ?? {}, { minimum: cny(300_000_001) }),
    says: ['error terms.minimum-above-cap royalty.minimum royalty.cap'],
  },
  'a minimum that is the cap': {
    deal: 'exclusiveLicence',
    change: ({ royalty }) => Object.assign(royalty ?? {}, { minimum: cny(300_000_000) }),
    says: [],
  },
  'tiers that overlap': {
    deal: 'exclusiveLicence',
    change: tiers([0, 100], [99, undefined]),
    says: ['error terms.tiers-overlap royalty.tiers.1.from royalty.tiers.0.to'],
  },
  'a tier after one without end': {
    deal: 'exclusiveLicence',
    change: tiers([0, undefined], [99, undefined]),
    says: ['error terms.tiers-overlap royalty.tiers.1.from royalty.tiers.0.to'],
  },
  'tiers out of order': {
    deal: 'exclusiveLicence',
    change: tiers([100, undefined], [0, 100]),
    says: [
      'error terms.tiers-order royalty.tiers.1.from royalty.tiers.0.from',
      'warning terms.tiers-gap royalty.tiers.0.from',
    ],
  },
  'an empty tier': {
    deal: 'exclusiveLicence',
    change: tiers([0, 0], [1, undefined]),
    says: [
      'error terms.tier-empty royalty.tiers.0.to',
      'warning terms.tiers-gap royalty.tiers.1.from royalty.tiers.0.to',
    ],
  },
  'a gap between tiers': {
    deal: 'exclusiveLicence',
    change: tiers([0, 100], [101, undefined]),
    says: ['warning terms.tiers-gap royalty.tiers.1.from royalty.tiers.0.to'],
  },
  'a territory that the offer does not have': {
    deal: 'nonExclusiveLicence',
    change: (one) => grants(one)[0]?.territories.push('SG'),
    says: ['error terms.territory-not-offered grant.grants.0.territories'],
  },
  'the world, of an offer for countries': {
    deal: 'nonExclusiveLicence',
    change: (one) => grants(one)[0]?.territories.splice(0, 1, 'WORLD'),
    says: ['error terms.territory-not-offered grant.grants.0.territories'],
  },
  'exclusive and non-exclusive at once': {
    deal: 'exclusiveLicence',
    change: (one) => Object.assign(grants(one)[1] ?? {}, { fieldOfUse: ' 榴莲采收和包装厂分选 ' }),
    says: ['error terms.grants-conflict grant.grants.0.exclusivity grant.grants.1.exclusivity'],
  },
  'a non-exclusive right to every use beside an exclusive one': {
    deal: 'exclusiveLicence',
    change: (one) => delete grants(one)[1]?.fieldOfUse,
    says: ['error terms.grants-conflict grant.grants.0.exclusivity grant.grants.1.exclusivity'],
  },
  'a non-exclusive right elsewhere': {
    deal: 'exclusiveLicence',
    change: (one) => {
      delete grants(one)[1]?.fieldOfUse
      Object.assign(grants(one)[1] ?? {}, { territories: ['LA'] })
    },
    says: [],
  },
  'an exclusive grant in a non-exclusive licence': {
    deal: 'nonExclusiveLicence',
    change: (one) => Object.assign(grants(one)[0] ?? {}, { exclusivity: 'exclusive' }),
    says: [
      'error terms.grant-not-of-deal grant.grants.0.exclusivity deal.type',
      'error terms.grant-of-deal-missing grant.grants deal.type',
    ],
  },
  'sublicences of an assignment': {
    deal: 'assignment',
    change: (one) => Object.assign(grants(one)[0] ?? {}, { sublicensing: 'free' }),
    says: ['error terms.assignment-sublicensed grant.grants.0.sublicensing deal.type'],
  },
  'an exclusive right that outlasts the patents': {
    deal: 'exclusiveLicence',
    change: ({ term }) => Object.assign(term ?? {}, { end: '2043-03-15' }),
    says: ['warning terms.exclusive-after-patents term.end subject.patents grant.grants.0.exclusivity'],
  },
  'an exclusive right without end': {
    deal: 'exclusiveLicence',
    change: ({ term }) => delete term?.end,
    says: ['warning terms.exclusive-after-patents term.end subject.patents grant.grants.0.exclusivity'],
  },
  'an exclusive right as long as the last patent': {
    deal: 'exclusiveLicence',
    change: ({ term }) => Object.assign(term ?? {}, { end: '2043-03-14' }),
    says: [],
  },
  'a milestone after the end of the term': {
    deal: 'exclusiveLicence',
    change: ({ milestones }) => Object.assign(milestones?.list[1] ?? {}, { due: '2037-03-01' }),
    says: ['error terms.after-end milestones.list.1.due term.end'],
  },
  'a milestone before the term': {
    deal: 'exclusiveLicence',
    change: ({ milestones }) => Object.assign(milestones?.list[0] ?? {}, { due: '2027-02-28' }),
    says: ['warning terms.before-start milestones.list.0.due term.start'],
  },
  'a term that ends before it begins': {
    deal: 'soleLicence',
    change: ({ term }) => Object.assign(term ?? {}, { end: '2027-01-14' }),
    says: ['error terms.dates-order term.end term.start'],
  },
  'several currencies': {
    deal: 'nonExclusiveLicence',
    change: ({ upfront }) => Object.assign(upfront?.amount ?? {}, { currency: 'VND' }),
    says: [
      'error terms.several-currencies upfront.amount royalty.tiers.0.from royalty.tiers.0.to royalty.tiers.1.from',
    ],
  },
  'shared costs without a share': {
    deal: 'exclusiveLicence',
    change: ({ patentCosts }) => delete patentCosts?.seekerShare,
    says: ['error terms.seeker-share-missing patentCosts.seekerShare'],
  },
  'a language that prevails and is not there': {
    deal: 'option',
    change: ({ law }) => Object.assign(law ?? {}, { prevailingLanguage: 'th' }),
    says: ['error terms.prevailing-language law.prevailingLanguage law.languages'],
  },
  'an exclusive licence back': {
    deal: 'nonExclusiveLicence',
    change: ({ improvements }) => Object.assign(improvements ?? {}, { licenceBack: 'exclusive' }),
    says: ['warning terms.licence-back-exclusive improvements.licenceBack'],
  },
  'a licence for nothing': {
    deal: 'nonExclusiveLicence',
    change: (one) => {
      delete one.upfront
      delete one.royalty
    },
    says: ['warning terms.nothing-paid upfront royalty'],
  },
  'a royalty without reports': {
    deal: 'knowHow',
    change: (one) =>
      Object.assign(one, {
        royalty: { base: 'unitsSold', tiers: [], perUnit: { amount: 1, currency: 'MMK' }, period: 'year' },
      }),
    says: ['warning terms.royalty-without-reports royalty reports'],
  },
  'two milestones of one name': {
    deal: 'jointDevelopment',
    change: ({ milestones }) => Object.assign(milestones?.list[1] ?? {}, { name: 'Candidate chosen' }),
    says: ['error terms.name-repeated milestones.list.0.name milestones.list.1.name'],
  },
  'a contribution of nobody': {
    deal: 'jointLaboratory',
    change: ({ contributions }) => Object.assign(contributions?.list[0] ?? {}, { partner: 'Nobody' }),
    says: ['error terms.partner-unknown contributions.list.0.partner'],
  },
  'shares that are not the whole': {
    deal: 'jointDevelopment',
    change: ({ sharedIp }) => Object.assign(sharedIp?.shares[0] ?? {}, { share: '66.666666' }),
    says: ['error terms.shares-sum sharedIp.shares'],
  },
  'an indicator of no phase': {
    deal: 'demonstrationPark',
    change: ({ indicators }) => Object.assign(indicators?.list[0] ?? {}, { phase: 'Winter' }),
    says: ['error terms.phase-unknown indicators.list.0.phase'],
  },
  'phases at the same time': {
    deal: 'demonstrationPark',
    change: ({ phases }) => Object.assign(phases?.list[1] ?? {}, { start: '2028-04-30' }),
    says: ['warning terms.phases-overlap phases.list.0 phases.list.1'],
  },
  'a session of another curriculum': {
    deal: 'capacityBuilding',
    change: ({ sessions }) => Object.assign(sessions?.list[0] ?? {}, { module: 'Cheese', group: 'Cooks' }),
    says: [
      'error terms.module-unknown sessions.list.0.module',
      'error terms.group-unknown sessions.list.0.group',
      'warning terms.module-not-taught curriculum.list.0',
    ],
  },
}

describe('a contradiction is found with its place', () => {
  for (const [name, { deal, change, says }] of Object.entries(cases)) {
    test(name, () => {
      const before = told(termSheets[deal])
      assert.deepEqual(
        told(sheet(deal, change)).filter((one) => !before.includes(one)),
        says,
      )
    })
  }

  test('in a sheet for the world, when the offer has the world', () => {
    const world = sheet('nonExclusiveLicence', (one) => grants(one)[0]?.territories.splice(0, 1, 'WORLD'))
    assert.deepEqual(told(world, ['WORLD']), told(termSheets.nonExclusiveLicence))
  })

  test('as a message of the catalogue, with its parameters', () => {
    const [first] = findingsIn(sheet('exclusiveLicence', tiers([0, 100], [99, undefined])), offered)
    const code: MessageCode = 'terms.tiers-overlap'
    assert.deepEqual(first, {
      severity: 'error',
      code,
      params: { from: '0.99 CNY', to: '1.00 CNY' },
      places: ['royalty.tiers.1.from', 'royalty.tiers.0.to'],
      message: 'The tier from 0.99 CNY begins before the one before it ends at 1.00 CNY.',
    })
  })

  test('whatever clauses are put together: nothing throws, and every place is in a clause', () => {
    const any = fc.record(
      Object.fromEntries(
        clauseNames.map((clause) => [
          clause,
          fc.constantFrom(...Object.values(termSheets).flatMap((one) => (one[clause] ? [one[clause]] : []))),
        ]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(any, (given) => {
        const { data } = terms.safeParse(given)
        if (!data) return
        for (const { places } of findingsIn(data, offered)) {
          assert.ok(places.length > 0)
          for (const place of places)
            assert.ok(
              clauseNames.some((clause) => place.split('.')[0] === clause),
              place,
            )
        }
      }),
    )
  })
})
