import { abstractOfOffer, offerEvents, patentKeysOf } from '@techbridge/contracts'
import { type ProfileKindSpec, profileLife } from '@techbridge/profiles/domain'

/** What is particular to offers; their life is that of every profile. */
export const offer: ProfileKindSpec = {
  kind: 'offer',
  service: 'offers',
  ownerRole: 'provider',
  events: offerEvents,
  life: profileLife(offerEvents, 'provider'),
  abstract: abstractOfOffer as ProfileKindSpec['abstract'],
  patentKeys: patentKeysOf as ProfileKindSpec['patentKeys'],
}
