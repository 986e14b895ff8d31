const restMs = 1000

/** Takes instances in turn, and one that failed not for a second, unless all have. */
export const createRotation = (urls: readonly string[], now: () => number = Date.now) => {
  const restingUntil = new Map<string, number>()
  let turn = 0
  return {
    next: (): string => {
      const inTurn = urls.map((_, place) => urls[(turn + place) % urls.length]!)
      turn += 1
      return inTurn.find((url) => (restingUntil.get(url) ?? 0) <= now()) ?? inTurn[0]!
    },
    failed: (url: string) => void restingUntil.set(url, now() + restMs),
  }
}
