export { createProfileService } from './service.ts'
