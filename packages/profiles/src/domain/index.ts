export type { ProfileKindSpec } from './kind.ts'
export type { Profile } from './profile.ts'
export { profileLife } from './profile-life.ts'
