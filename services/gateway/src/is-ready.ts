/** Whether the process at the address reports within that many milliseconds that it and everything it needs can serve. */
export const isReady = (url: string, patience: number): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  )
