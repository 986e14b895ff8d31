import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { type Attributes, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

const traceparentPattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/
const nothing = /^0+$/
const current = new AsyncLocalStorage<string>()
const kinds = { server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER }

export interface Span {
  /** W3C Trace Context of this span, for what it causes. */
  traceparent: string
  set(attributes: Attributes): void
  end(error?: unknown): void
}

/** W3C traceparent of what is being done now: for events, commands and log lines. */
export const currentTrace = () => current.getStore()

/**
 * Begins a span of the trace that `parent` names, or of a new trace when there is none or it is malformed. Without an OpenTelemetry
 * SDK nothing is recorded, but traceparents are made and passed on all the same, so that histories and logs have them.
 */
export const beginSpan = (name: string, kind: keyof typeof kinds, parent: string | undefined): Span => {
  const [, traceId, spanId] = parent?.match(traceparentPattern) ?? []
  const known = traceId && spanId && !nothing.test(traceId) && !nothing.test(spanId)
  const from = known
    ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: 1, isRemote: true })
    : ROOT_CONTEXT
  const span = trace.getTracer('techbridge').startSpan(name, { kind: kinds[kind] }, from)
  const recorded = span.isRecording()
  const own = recorded
    ? span.spanContext()
    : { traceId: known ? traceId : randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') }
  return {
    traceparent: `00-${own.traceId}-${own.spanId}-01`,
    set: (attributes) => void span.setAttributes(attributes),
    end: (error) => {
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) })
      span.end()
    },
  }
}

/** Runs `work`, and what it starts, within the span. */
export const within = <T>(span: Span, work: () => T): T => current.run(span.traceparent, work)

/** Runs `work` as a span of its own, which ends with it. */
export const inSpan = async <T>(
  name: string,
  kind: keyof typeof kinds,
  parent: string | undefined,
  work: (span: Span) => Promise<T>,
): Promise<T> => {
  const span = beginSpan(name, kind, parent)
  try {
    const result = await within(span, () => work(span))
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}
