const restMs = 1000

/**
 * Uses instances in turn. One that failed is left out, unless all are; after a second, and then every second, the next request triggers
 * `isHealthy` to find out whether it is back. No request is used as a probe: a hanging instance would hold it for long.
 */
export const createRotation = (
  urls: readonly string[],
  isHealthy: (url: string) => Promise<boolean>,
  now: () => number = Date.now,
) => {
  const askedAfter = new Map<string, number>()
  let turn = 0
  const rest = (url: string) => void askedAfter.set(url, now() + restMs)
  const ask = async (url: string) => {
    askedAfter.set(url, Number.POSITIVE_INFINITY)
    if (await isHealthy(url)) askedAfter.delete(url)
    else rest(url)
  }
  return {
    next: (): string => {
      for (const [url, time] of askedAfter) if (time <= now()) void ask(url)
      const inTurn = urls.map((_, place) => urls[(turn + place) % urls.length]!)
      turn += 1
      return inTurn.find((url) => !askedAfter.has(url)) ?? inTurn[0]!
    },
    failed: rest,
  }
}
