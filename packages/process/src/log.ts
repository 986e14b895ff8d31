import { currentTrace, traceContext } from '@techbridge/runtime'
import { type Logger, pino } from 'pino'
import type { ProcessConfig } from './config.ts'

const maxCauses = 5

/** What is logged of an error. Other properties are left out, because parsers and clients of engines keep bodies and queries there. */
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
 * JSON lines, each with trace and span under the names of OpenTelemetry; on stdout, or on stderr where stdout is for people. Tokens,
 * headers, bodies and personal data are never logged.
 */
export const createLogger = (
  { LOG_LEVEL }: Pick<ProcessConfig, 'LOG_LEVEL'>,
  to: 'stdout' | 'stderr' = 'stdout',
): Logger =>
  pino(
    { level: LOG_LEVEL, mixin: currentIds, serializers: { err: (error) => describeError(error) } },
    pino.destination(to === 'stdout' ? 1 : 2),
  )
