import { needsApi } from '@techbridge/contracts'
import { createProfileService, type ProfileApi } from '@techbridge/profiles'
import type { ServiceDependencies } from '@techbridge/runtime'
import { need } from './domain/need.ts'

export const createNeeds = (dependencies: ServiceDependencies) =>
  createProfileService(need, needsApi as unknown as ProfileApi, dependencies)
