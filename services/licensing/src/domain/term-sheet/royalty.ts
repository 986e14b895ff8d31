import { message, type Terms } from '@techbridge/contracts'
import {
  addMoney,
  compareMoney,
  DomainError,
  type Money,
  moneyOf,
  percentageOf,
  plus,
  type Ratio,
  ratio,
  roundedHalfEven,
  times,
} from '@techbridge/domain'

type Clause = NonNullable<Terms['royalty']>

/** The part of the base that lies in a tier. */
interface TierShare {
  part: Money
  rate: string
}

export interface ComputedRoyalty {
  /** By the tiers or the units, before minimum and cap; rounded once, half to even. */
  computed: Money
  payable: Money
  applied: 'asComputed' | 'minimum' | 'cap'
  tiers: readonly TierShare[]
}

const least = (one: bigint, other: bigint) => (one < other ? one : other)

const tierShares = ({ tiers }: Clause, sales: Money): TierShare[] =>
  tiers.flatMap(({ from, to, rate }) => {
    const begin = addMoney({ minor: 0n, currency: sales.currency }, moneyOf(from))
    const end = to ? addMoney({ minor: 0n, currency: sales.currency }, moneyOf(to)).minor : sales.minor
    const minor = least(sales.minor, end) - begin.minor
    return minor > 0n ? [{ part: { minor, currency: sales.currency }, rate }] : []
  })

const limited = ({ minimum, cap }: Clause, computed: Money): Pick<ComputedRoyalty, 'payable' | 'applied'> => {
  if (minimum && compareMoney(computed, moneyOf(minimum)) < 0) return { payable: moneyOf(minimum), applied: 'minimum' }
  if (cap && compareMoney(computed, moneyOf(cap)) > 0) return { payable: moneyOf(cap), applied: 'cap' }
  return { payable: computed, applied: 'asComputed' }
}

/** The royalty of a period on sales. The tiers are added exactly and rounded once. The clause is free of errors. */
export const royaltyOnSales = (clause: Clause, sales: Money): ComputedRoyalty => {
  const tiers = tierShares(clause, sales)
  const exact = tiers.reduce<Ratio>(
    (sum, { part, rate }) => plus(sum, times(ratio(part.minor), percentageOf(rate))),
    ratio(0n),
  )
  const computed = { minor: roundedHalfEven(exact), currency: sales.currency }
  return { computed, ...limited(clause, computed), tiers }
}

/** The royalty of a period on units sold. The clause is free of errors. */
export const royaltyOnUnits = (clause: Clause, units: bigint): ComputedRoyalty => {
  if (!clause.perUnit) throw new DomainError('invalid', message('terms.royalty-without-rate', { base: 'unitsSold' }))
  const each = moneyOf(clause.perUnit)
  const computed = { ...each, minor: each.minor * units }
  return { computed, ...limited(clause, computed), tiers: [] }
}
