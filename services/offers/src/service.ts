import { offersApi } from '@techbridge/contracts'
import type { ServiceDependencies } from '@techbridge/kit'
import { createProfileService, type ProfileApi } from '@techbridge/profiles'
import { offer } from './domain/offer.ts'

export const createOffers = (dependencies: ServiceDependencies) =>
  createProfileService(offer, offersApi as unknown as ProfileApi, dependencies)
