import { offersApi } from '@techbridge/contracts'
import { createProfileService } from '@techbridge/profiles'
import type { ServiceDependencies } from '@techbridge/runtime'
import { offer } from './domain/offer.ts'

export const createOffers = (dependencies: ServiceDependencies) => createProfileService(offer, offersApi, dependencies)
