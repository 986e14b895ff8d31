/** How often something came true of so many. */
export interface Count {
  of: number
  count: number
}

/** A count with its Wilson interval (Wilson, 1927); `undefined` in its place means that it is withheld. */
export interface Rate extends Count {
  share: number
  low: number
  high: number
}

/** Of the normal distribution, for 95 %. */
const z = 1.959964

const percent = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000

/** Also right for few observations, and for none and all of them. */
export const rateOf = ({ of, count }: Count): Rate | undefined => {
  if (of === 0) return undefined
  const share = count / of
  const middle = share + z ** 2 / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const scale = 1 + z ** 2 / of
  return {
    of,
    count,
    share: percent(share),
    low: percent((middle - half) / scale),
    high: percent((middle + half) / scale),
  }
}

/** Fewer than these of anything could be known organisations. */
export const leastShown = 5

const parts = ({ of, count }: Count) => [count, of - count]
const isSmall = (one: Count) => parts(one).some((part) => part > 0 && part < leastShown)
const sum = (counts: readonly Count[]): Count =>
  counts.reduce((all, { of, count }) => ({ of: all.of + of, count: all.count + count }), { of: 0, count: 0 })

/** Whether those that are withheld cannot be told from the total less what is shown. */
const areHidden = (withheld: readonly Count[]) =>
  withheld.length > 1 && parts(sum(withheld)).every((part) => part >= leastShown)

/** The groups of one total: what is shown of each, and of all. */
interface Protected {
  total: Count | undefined
  shown: ReadonlyMap<string, Count>
  withheld: readonly string[]
}

/**
 * Withholds small counts, of either outcome, and as many further groups, the smallest first, as it takes that the total less the shown
 * ones tells no small count either. A total that is small is withheld with all groups that have a part in it.
 */
export const protect = (groups: ReadonlyMap<string, Count>): Protected => {
  const counted = [...groups].filter(([, { of }]) => of > 0)
  const total = sum(counted.map(([, one]) => one))
  const bySize = counted.toSorted(([one, { of: less }], [other, { of: more }]) => less - more || (one < other ? -1 : 1))
  const withheld = new Map(bySize.filter(([, one]) => isSmall(one)))
  if (withheld.size > 0)
    for (const [name, one] of bySize) {
      if (areHidden([...withheld.values()])) break
      withheld.set(name, one)
    }
  return {
    total: isSmall(total) ? undefined : total,
    shown: new Map(counted.filter(([name]) => !withheld.has(name))),
    withheld: [...withheld.keys()].toSorted(),
  }
}
