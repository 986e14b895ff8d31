import { abstractOfNeed, needEvents } from '@techbridge/contracts'
import { type ProfileKindSpec, profileKind } from '@techbridge/profiles/domain'

/** What is particular to needs; their life is that of every profile. */
export const need = profileKind({
  kind: 'need',
  service: 'needs',
  ownerRole: 'seeker',
  events: needEvents,
  abstract: abstractOfNeed as ProfileKindSpec['abstract'],
  patentKeys: () => [],
})
