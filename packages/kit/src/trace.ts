import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

const traceparentPattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/
const current = new AsyncLocalStorage<string>()

/** W3C Trace Context: the traceparent of what is being done now, for events and log lines. */
export const currentTrace = () => current.getStore()

/** Runs `work` as a new span of the trace that `parent` names, or of a new trace when there is none or it is malformed. */
export const withTrace = <T>(parent: string | undefined, work: () => T): T => {
  const traceId = parent?.match(traceparentPattern)?.[1] ?? randomBytes(16).toString('hex')
  return current.run(`00-${traceId}-${randomBytes(8).toString('hex')}-01`, work)
}
