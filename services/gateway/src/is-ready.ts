/** Whether what listens there says within the time, in milliseconds, that it and all that it needs serve. */
export const isReady = (url: string, patience: number): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  )
