import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { needContent, Organisation, offerContent } from '@techbridge/contracts'
import type { z } from 'zod'

const read = <Line>(kind: string): Line[] =>
  readFileSync(join(import.meta.dirname, `../sample/${kind}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

interface Row<Content> {
  /** Names the record within the sample. */
  key: string
  organisation: Organisation
  content: Content
}
export type SampleOffer = Row<z.input<typeof offerContent>>
export type SampleNeed = Row<z.input<typeof needContent>>

/**
 * Offers and needs of invented organisations: the lines of `sample/`, as the import takes them. They have no date that passes soon.
 * Patent numbers have the form of their office but lie above what it has assigned, so that none is anyone's. Claims are in English where
 * a text is, else in the original language.
 */
export const sampleOffers = read<SampleOffer>('offers')
export const sampleNeeds = read<SampleNeed>('needs')

/** Both, as a load of the tests imports them. */
export const sampleRows = { offers: sampleOffers, needs: sampleNeeds }
