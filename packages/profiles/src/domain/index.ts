export { type ProfileKindSpec, profileKind } from './kind.ts'
export type { Profile } from './profile.ts'
