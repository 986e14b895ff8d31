/** Milliseconds without a try after one that failed. */
const restMs = 2000

/** Work that goes on beside the sweeps, which only begin it: at most once at a time, and not soon after it failed. */
export const inBackground = (work: (mayGoOn: () => boolean) => Promise<void>, failed: (error: unknown) => void) => {
  let underWay: Promise<void> | undefined
  let restsUntil = 0
  let isEnded = false
  const run = async () => {
    try {
      await work(() => !isEnded)
    } catch (error) {
      restsUntil = performance.now() + restMs
      if (!isEnded) failed(error)
    } finally {
      underWay = undefined
    }
  }
  return {
    begin: async () => {
      if (!isEnded && performance.now() >= restsUntil) underWay ??= run()
    },
    /** Resolves when what is under way has come to an end. */
    end: async () => {
      isEnded = true
      await underWay
    },
  }
}
