import type { Person } from '@techbridge/console'
import { transferOffice } from './accounts.ts'
import { sampleNeeds, sampleOffers } from './sample.ts'

const peopleOf = (role: 'provider' | 'seeker', rows: readonly { organisation: Person['organisation'] }[]): Person[] =>
  [...new Map(rows.map(({ organisation }) => [organisation.id, organisation])).values()].map((organisation) => ({
    role,
    organisation,
  }))

/** Whom the console offers at sign-in: an officer, and for each organisation of the sample somebody who acts for it. */
export const samplePeople: readonly Person[] = [
  { role: 'officer', organisation: transferOffice },
  ...peopleOf('provider', sampleOffers),
  ...peopleOf('seeker', sampleNeeds),
]
