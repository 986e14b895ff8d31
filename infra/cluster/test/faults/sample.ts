/** With TECHBRIDGE_FAULTS=whole every fault is caused, else a sample that TECHBRIDGE_SEED repeats. */
export const isWhole = process.env.TECHBRIDGE_FAULTS === 'whole'

/** How often each process is killed. */
export const rounds = isWhole ? 20 : 3

export type Random = () => number

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export const randomFrom = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const newSeed = () => Number(process.env.TECHBRIDGE_SEED ?? Math.floor(Math.random() * 2 ** 31))

export const shuffled = <T>(items: readonly T[], random: Random): T[] =>
  items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)

/** Every item with every other, or a sample in which each of both occurs and no pair comes twice. */
export const pairs = <A, B>(
  all: readonly A[],
  others: readonly B[],
  random: Random,
  whole: boolean = isWhole,
): (readonly [A, B])[] => {
  if (whole) return all.flatMap((one) => others.map((other) => [one, other] as const))
  const [first, second] = [shuffled(all, random), shuffled(others, random)]
  return Array.from({ length: Math.max(first.length, second.length) }, (_, place) => [
    first[place % first.length]!,
    second[place % second.length]!,
  ])
}
