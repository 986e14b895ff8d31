const sliceMs = 5

let sliceEnds: number | undefined
const waitingForSlice: (() => void)[] = []

/**
 * For loops over many items, before each: lets the event loop go round once the work of all such loops together has taken some
 * milliseconds, so that requests are answered meanwhile. However many wait, one of them begins the next slice, first come, first
 * served.
 */
export const pace = async (): Promise<void> => {
  if (sliceEnds !== undefined && performance.now() > sliceEnds) {
    await new Promise<void>((resolve) => void waitingForSlice.push(resolve))
  }
  if (sliceEnds !== undefined) return
  sliceEnds = performance.now() + sliceMs
  setImmediate(endSlice)
}

/** The one that it wakes begins a slice, and so sees to it that the next one is woken. */
const endSlice = () => {
  sliceEnds = undefined
  waitingForSlice.shift()?.()
}

/** A queue of its own: resolves for one caller in each round of the event loop, first come, first served. */
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

/** For work that may take its time, before each piece of it. However many wait, a request is held up by one piece. */
export const turn = createTurns()

/** For loops whose work may take its time, before each item: a turn in the queue for as many items as fit into some milliseconds. */
export const turns = (queue = turn): (() => Promise<void>) => {
  let ends = 0
  return async () => {
    if (performance.now() < ends) return
    await queue()
    ends = performance.now() + sliceMs
  }
}
