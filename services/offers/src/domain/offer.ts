import { offerEvents, offersApi, patentKeysOf } from '@techbridge/contracts'
import { type ProfileKindSpec, profileKind } from '@techbridge/profiles/domain'

/** What is particular to offers; their life is that of every profile. */
export const offer = profileKind({
  kind: 'offer',
  service: 'offers',
  ownerRole: 'provider',
  events: offerEvents,
  view: offersApi.get.response,
  patentKeys: patentKeysOf as ProfileKindSpec['patentKeys'],
})
