import { type Logger, pino } from 'pino'
import { currentTrace } from '../trace.ts'
import type { ProcessConfig } from './config.ts'

/**
 * JSON lines, each with the trace of what was being done; on stdout, or on stderr where stdout is for people. Nothing logs tokens,
 * headers, bodies or people.
 */
export const createLogger = (
  { LOG_LEVEL }: Pick<ProcessConfig, 'LOG_LEVEL'>,
  to: 'stdout' | 'stderr' = 'stdout',
): Logger =>
  pino({ level: LOG_LEVEL, mixin: () => ({ trace: currentTrace() }) }, pino.destination(to === 'stdout' ? 1 : 2))
