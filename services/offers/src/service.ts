import { offersApi } from '@techbridge/contracts'
import { createProfileService, type ProfileDependencies } from '@techbridge/profiles'
import { offer } from './domain/offer.ts'

export const createOffers = (dependencies: ProfileDependencies) => createProfileService(offer, offersApi, dependencies)
