export * from './decider.ts'
export * from './errors.ts'
export * from './time.ts'
export * from './workflow.ts'
