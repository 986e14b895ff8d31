export { createProfileService, type ProfileDependencies } from './service.ts'
