export type { ProfileKindSpec } from './kind.ts'
export type { Profile } from './profile.ts'
export { profileWorkflow } from './workflow.ts'
