export {
  type Aggregates,
  type CommandOptions,
  KeyReused,
  toCloudEvent,
  VersionMismatch,
} from './aggregate.ts'
export { type Clock, instant, systemClock } from './clock.ts'
export { on, type Reaction } from './consumer.ts'
export { delayHistogram, requestDuration, secondsSince, watchEventFlow, watchRevocations } from './metrics.ts'
export { type Projection, project } from './projection.ts'
export { type Aggregate, type HistoryEntry, type Summarise, shownHistory } from './records.ts'
export { renewal } from './renewal.ts'
export { createSeal, derivedId, type Seal } from './seal.ts'
export { createRuntime, type Service, type ServiceDependencies, type StreamLimits } from './service.ts'
export { elsewhere, type Offload, type Task, task } from './task.ts'
export { beginSpan, currentTrace, inSpan, traceContext, within } from './trace.ts'
export type { TxtRecords } from './txt-records.ts'
