import { needsApi } from '@techbridge/contracts'
import type { ServiceDependencies } from '@techbridge/kit'
import { createProfileService, type ProfileApi } from '@techbridge/profiles'
import { need } from './domain/need.ts'

export const createNeeds = (dependencies: ServiceDependencies) =>
  createProfileService(need, needsApi as unknown as ProfileApi, dependencies)
