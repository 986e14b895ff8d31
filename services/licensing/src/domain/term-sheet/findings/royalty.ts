import { message, type Terms } from '@techbridge/contracts'
import { moneyOf, moneyText } from '@techbridge/domain'
import { error, type Finding, warning } from './finding.ts'

type Royalty = NonNullable<Terms['royalty']>
type Amount = Royalty['tiers'][number]['from']

const text = (amount: Amount) => moneyText(moneyOf(amount))
const place = (at: number, field: string) => `royalty.tiers.${at}.${field}`

const tierFindings = (tiers: Royalty['tiers']): Finding[] =>
  tiers.flatMap(({ from, to }, at) => {
    const before = tiers[at - 1]
    const empty =
      to && to.amount <= from.amount
        ? [error(message('terms.tier-empty', { from: text(from), to: text(to) }), place(at, 'to'))]
        : []
    const places = [place(at, 'from'), place(at - 1, 'to')] as const
    if (!before) {
      const nothing = { ...from, amount: 0 }
      const gap = message('terms.tiers-gap', { from: text(nothing), to: text(from) })
      return from.amount > 0 ? [...empty, warning(gap, place(at, 'from'))] : empty
    }
    if (from.amount <= before.from.amount) {
      const said = message('terms.tiers-order', { from: text(from), before: text(before.from) })
      return [...empty, error(said, place(at, 'from'), place(at - 1, 'from'))]
    }
    if (!before.to || from.amount < before.to.amount) {
      const said = message('terms.tiers-overlap', { from: text(from), ...(before.to && { to: text(before.to) }) })
      return [...empty, error(said, ...places)]
    }
    if (from.amount === before.to.amount) return empty
    return [...empty, warning(message('terms.tiers-gap', { from: text(before.to), to: text(from) }), ...places)]
  })

/** Whether the amounts of a royalty can be compared. */
const isOneCurrency = ({ tiers, perUnit, minimum, cap }: Royalty) =>
  new Set(
    [...tiers.flatMap(({ from, to }) => [from, to]), perUnit, minimum, cap].flatMap((one) =>
      one ? [one.currency] : [],
    ),
  ).size < 2

/** What is wrong with the royalty. Amounts in several currencies are found elsewhere, and not compared here. */
export const royaltyFindings = ({ royalty }: Terms): Finding[] => {
  if (!royalty) return []
  const { base, tiers, perUnit, minimum, cap } = royalty
  const isPerUnit = base === 'unitsSold'
  const comparable = isOneCurrency(royalty)
  const needed = isPerUnit ? 'royalty.perUnit' : 'royalty.tiers'
  const needless = isPerUnit ? 'royalty.tiers' : 'royalty.perUnit'
  const hasNeeded = isPerUnit ? perUnit !== undefined : tiers.length > 0
  const hasNeedless = isPerUnit ? tiers.length > 0 : perUnit !== undefined
  return [
    ...(base === undefined ? [error(message('terms.royalty-without-base'), 'royalty.base')] : []),
    ...(base !== undefined && !hasNeeded ? [error(message('terms.royalty-without-rate', { base }), needed)] : []),
    ...(base !== undefined && hasNeedless
      ? [error(message('terms.royalty-other-base', { base }), needless, 'royalty.base')]
      : []),
    ...(comparable && minimum && cap && minimum.amount > cap.amount
      ? [
          error(
            message('terms.minimum-above-cap', { minimum: text(minimum), cap: text(cap) }),
            'royalty.minimum',
            'royalty.cap',
          ),
        ]
      : []),
    ...(comparable ? tierFindings(tiers) : []),
  ]
}
