import { needsApi } from '@techbridge/contracts'
import { createProfileService } from '@techbridge/profiles'
import type { ServiceDependencies } from '@techbridge/runtime'
import { need } from './domain/need.ts'

export const createNeeds = (dependencies: ServiceDependencies) => createProfileService(need, needsApi, dependencies)
