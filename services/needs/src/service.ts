import { needsApi } from '@techbridge/contracts'
import { createProfileService, type ProfileDependencies } from '@techbridge/profiles'
import { need } from './domain/need.ts'

export const createNeeds = (dependencies: ProfileDependencies) => createProfileService(need, needsApi, dependencies)
