/** An adapter of a port, opened on empty data of its own for one test. `P` names the port, for example `{ store: Store }`. */
export type Opened<P> = P & {
  /** Closes what is open, if it still is, and opens the same data again. */
  reopen(): Promise<P[keyof P]>
  /** Closes what is open and removes the data. */
  cleanup(): Promise<void>
  /**
   * How another process opens the same data, to be killed in the middle of its writes: a module with a function
   * `open(location: string): P[keyof P]`. Without it the suite says that it skipped those tests.
   */
  outside?: { module: string; location: string }
}

export type Open<P> = () => Promise<Opened<P>>

/** The body of a test on a freshly opened adapter, which is cleaned up whatever happens. */
export const opened =
  <P>(open: Open<P>, run: (opened: Opened<P>) => Promise<void>) =>
  async (): Promise<void> => {
    const adapter = await open()
    try {
      await run(adapter)
    } finally {
      await adapter.cleanup()
    }
  }
