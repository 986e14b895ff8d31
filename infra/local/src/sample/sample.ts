import type { needContent, offerContent } from '@techbridge/contracts'
import type { z } from 'zod'
import type { OrganisationId } from './organisations.ts'

/**
 * `key` names the record within the sample. Patent numbers have the form of their office but lie above what it has
 * assigned, so that none is anyone's. Claims are in English where a text is, else in the original language.
 */
export interface SampleOffer {
  key: string
  organisation: OrganisationId
  content: z.input<typeof offerContent>
}

export interface SampleNeed {
  key: string
  organisation: OrganisationId
  content: z.input<typeof needContent>
}
