const sliceMs = 5

let sliceEnds: number | undefined
const waitingForSlice: (() => void)[] = []

/**
 * For loops over many items, before each item: yields to the event loop once all such loops together have worked for some milliseconds,
 * so that requests are answered meanwhile. However many wait, one of them begins the next slice, in the order of arrival.
 */
export const pace = async (): Promise<void> => {
  if (sliceEnds !== undefined && performance.now() > sliceEnds) {
    await new Promise<void>((resolve) => void waitingForSlice.push(resolve))
  }
  if (sliceEnds !== undefined) return
  sliceEnds = performance.now() + sliceMs
  setImmediate(endSlice)
}

/** The one that it wakes begins a slice, and so wakes the next one later. */
const endSlice = () => {
  sliceEnds = undefined
  waitingForSlice.shift()?.()
}

/** A queue of its own: resolves for one caller in each round of the event loop, in the order of arrival. */
export const createTurns = (): (() => Promise<void>) => {
  const waiting: (() => void)[] = []
  const next = () => {
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(next)
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next)
    })
}

/** For background work, before each piece of it. However many wait, a request is delayed by one piece. */
export const turn = createTurns()

/** For loops of background work, before each item: a turn in the queue for as many items as fit into some milliseconds. */
export const turns = (queue = turn): (() => Promise<void>) => {
  let ends = 0
  return async () => {
    if (performance.now() < ends) return
    await queue()
    ends = performance.now() + sliceMs
  }
}
