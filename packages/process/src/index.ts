export { openAdapters } from './adapters.ts'
export { BadConfig } from './bad-config.ts'
export { describeConfig, isHttpUrl, processConfig, readConfig, readSettings } from './config.ts'
export { readFlags } from './flags.ts'
export { createLogger } from './log.ts'
export {
  type CreateService,
  composeProcess,
  endOnSignal,
  endWithNpm,
  explainFailure,
  keptSecret,
  runProcess,
  runService,
} from './process.ts'
