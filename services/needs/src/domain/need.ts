import { abstractOfNeed, needEvents } from '@techbridge/contracts'
import { type ProfileKindSpec, profileLife } from '@techbridge/profiles/domain'

/** What is particular to needs; their life is that of every profile. */
export const need: ProfileKindSpec = {
  kind: 'need',
  service: 'needs',
  ownerRole: 'seeker',
  events: needEvents,
  life: profileLife(needEvents, 'seeker'),
  abstract: abstractOfNeed as ProfileKindSpec['abstract'],
  patentKeys: () => [],
}
