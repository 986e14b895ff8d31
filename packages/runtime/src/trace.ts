import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import {
  type Attributes,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

const traceparentPattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const sampled = 1
const current = new AsyncLocalStorage<string>()
const kinds = { server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER }

export interface Span {
  /** W3C Trace Context of this span, for the work that it causes. */
  traceparent: string
  rename(name: string): void
  set(attributes: Attributes): void
  /** `failure`: an error, or a word for the kind of failure. */
  end(failure?: unknown): void
}

/** W3C traceparent of the current work, for events, commands and log lines. */
export const currentTrace = () => current.getStore()

/** The parts of a W3C traceparent; `undefined` when it is malformed. */
export const traceContext = (traceparent: string | undefined): SpanContext | undefined => {
  const [, traceId = '', spanId = '', flags = ''] = traceparent?.match(traceparentPattern) ?? []
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & sampled }
  return isSpanContextValid(context) ? context : undefined
}

/**
 * Begins a span of the trace that `parent` names, or of a new trace when there is none or it is malformed. Without an OpenTelemetry SDK
 * nothing is recorded, but traceparents are still made and passed on, so that histories and logs have them. `causes` are the
 * traceparents of further causes besides the parent.
 */
export const beginSpan = (
  name: string,
  kind: keyof typeof kinds,
  parent: string | undefined,
  causes: readonly string[] = [],
): Span => {
  const cause = traceContext(parent)
  const from = cause ? trace.setSpanContext(ROOT_CONTEXT, { ...cause, isRemote: true }) : ROOT_CONTEXT
  const links = causes.flatMap((given) => {
    const context = traceContext(given)
    return context ? { context } : []
  })
  const span = trace.getTracer('techbridge').startSpan(name, { kind: kinds[kind], links }, from)
  const given = span.spanContext()
  // Without an SDK there is no span, or the parent again. A span that a sampler left out still has an id of its own.
  const own = isSpanContextValid(given) && given.spanId !== cause?.spanId ? given : newContext(cause)
  return {
    traceparent: `00-${own.traceId}-${own.spanId}-${own.traceFlags.toString(16).padStart(2, '0')}`,
    rename: (better) => void span.updateName(better),
    set: (attributes) => void span.setAttributes(attributes),
    end: (failure) => {
      if (failure !== undefined) {
        // Not its message, which may contain personal data.
        span.setAttribute('error.type', failure instanceof Error ? failure.name : String(failure))
        span.setStatus({ code: SpanStatusCode.ERROR })
      }
      span.end()
    },
  }
}

const newContext = (cause: SpanContext | undefined): SpanContext => ({
  traceId: cause?.traceId ?? randomBytes(16).toString('hex'),
  spanId: randomBytes(8).toString('hex'),
  traceFlags: cause?.traceFlags ?? sampled,
})

/** Runs `work`, and what it starts, within the span. */
export const within = <T>(span: Span, work: () => T): T => current.run(span.traceparent, work)

/** Runs `work` as a span of its own, which ends with it. */
export const inSpan = async <T>(
  name: string,
  kind: keyof typeof kinds,
  parent: string | undefined,
  work: (span: Span) => Promise<T>,
  causes: readonly string[] = [],
): Promise<T> => {
  const span = beginSpan(name, kind, parent, causes)
  try {
    const result = await within(span, () => work(span))
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}
