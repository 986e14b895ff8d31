export type { ProfileApi } from './entry/http.ts'
export { createProfileService } from './service.ts'
