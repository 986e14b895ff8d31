/** The first so many of the items, in order, without sorting all of them: most lie behind the last of those found so far. */
export const firstOf = <T>(items: readonly T[], count: number, compare: (one: T, other: T) => number): T[] => {
  if (count * 8 > items.length) return items.toSorted(compare).slice(0, count)
  const first: T[] = []
  for (const item of items) {
    const last = first[count - 1]
    if (last !== undefined && compare(item, last) > 0) continue
    first.splice(placeOf(item, first, compare), 0, item)
    if (first.length > count) first.pop()
  }
  return first
}

/** Where the item belongs among those that are in order. */
const placeOf = <T>(item: T, sorted: readonly T[], compare: (one: T, other: T) => number): number => {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (compare(item, sorted[middle] ?? item) < 0) to = middle
    else from = middle + 1
  }
  return from
}
