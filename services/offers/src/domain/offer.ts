import { abstractOfOffer, offerEvents, patentKeysOf } from '@techbridge/contracts'
import { type ProfileKindSpec, profileKind } from '@techbridge/profiles/domain'

/** What is particular to offers; their life is that of every profile. */
export const offer = profileKind({
  kind: 'offer',
  service: 'offers',
  ownerRole: 'provider',
  events: offerEvents,
  abstract: abstractOfOffer as ProfileKindSpec['abstract'],
  patentKeys: patentKeysOf as ProfileKindSpec['patentKeys'],
})
