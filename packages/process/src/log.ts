import { currentTrace, traceContext } from '@techbridge/runtime'
import { type Logger, pino } from 'pino'
import type { ProcessConfig } from './config.ts'

const maxCauses = 5

/** What a line says of an error. Its other properties stay out: parsers and clients of engines keep bodies and queries there. */
const describeError = (error: unknown, depth = 0): object => {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name: type, message, stack, cause } = error
  const code = 'code' in error && { code: String(error.code) }
  return {
    type,
    message,
    ...code,
    stack,
    ...(cause !== undefined && depth < maxCauses && { cause: describeError(cause, depth + 1) }),
  }
}

const currentIds = () => {
  const context = traceContext(currentTrace())
  return context ? { trace_id: context.traceId, span_id: context.spanId } : {}
}

/**
 * JSON lines, each with the trace and span of what was being done, in the names that OpenTelemetry gives them; on stdout, or on stderr
 * where stdout is for people. Nothing logs tokens, headers, bodies or people.
 */
export const createLogger = (
  { LOG_LEVEL }: Pick<ProcessConfig, 'LOG_LEVEL'>,
  to: 'stdout' | 'stderr' = 'stdout',
): Logger =>
  pino(
    { level: LOG_LEVEL, mixin: currentIds, serializers: { err: (error) => describeError(error) } },
    pino.destination(to === 'stdout' ? 1 : 2),
  )
