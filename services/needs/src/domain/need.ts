import { needEvents, needsApi } from '@techbridge/contracts'
import { profileKind } from '@techbridge/profiles/domain'

/** What is particular to needs; their life is that of every profile. */
export const need = profileKind({
  kind: 'need',
  service: 'needs',
  ownerRole: 'seeker',
  events: needEvents,
  view: needsApi.get.response,
  patentKeys: () => [],
})
