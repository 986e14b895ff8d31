import { earlierProfileEvents, profileEvents } from '../profiles/events.ts'
import { offerContent, offerType } from './content.ts'

export const offerEvents = profileEvents('offer', 'techbridge.offers', offerType, offerContent)

export const earlierOfferEvents = earlierProfileEvents('offer', offerEvents)
