import type { OfferContent } from '@techbridge/contracts'
import { z } from 'zod'
import { cutAtSentence, cutAtWord } from './cut.ts'
import type { Mapping } from './index.ts'

const record = z.object({
  id: z.string().min(1).max(200),
  abstract: z.string().min(1),
  phase: z.string().default(''),
  year: z.number().optional(),
  url: z.string().default(''),
})

/** Labels that forms put before an abstract. */
const label = /^(?:ABSTRACT|DESCRIPTION|PROJECT SUMMARY)\s*(?:\([^)]*\))?\s*:\s*/i

/**
 * Awards of the US Small Business Innovation Research programme. Only the abstract is used as text: the labels of the data set were joined by the
 * award's title, so a title in the text would give the answer away. The title is the abstract's beginning. What the source does not say gets
 * the least that the contract allows: the firms' names were taken out, so one organisation of no particular kind stands for all; phase I is
 * taken as TRL 3 and phase II as TRL 5, which the description states; no patent is claimed; the US as territory; joint development, which SBIR is.
 */
export const sbirOffers: Mapping<z.output<typeof record>> = {
  as: ['offers'],
  record,
  cut: ['abstract'],
  toRow: ({ id, abstract, phase, year, url }) => {
    const text = abstract.replace(label, '').replaceAll(/\s+/g, ' ').trim() || abstract
    const trl = phase === 'Phase I' ? 3 : 5
    const notes = [
      `SBIR award${phase && `, ${phase}`}${year ? `, ${year}` : ''}.`,
      ...(url === '' ? [] : [`See ${url}`]),
      `TRL ${trl} is an assumption of the import from the phase.`,
    ].join('\n')
    const content: OfferContent = {
      type: 'TO',
      originalLanguage: 'en',
      texts: {
        en: {
          title: cutAtWord(text, 100),
          summary: cutAtSentence(text, 500),
          description: `${cutAtSentence(text, 4000 - notes.length - 2)}\n\n${notes}`,
        },
      },
      keywords: { market: [], technology: [] },
      sector: 'M',
      ipc: [],
      sdgs: [],
      dealTypes: ['jointDevelopment'],
      territories: ['US'],
      partnerKinds: [],
      anonymous: false,
      trl,
      stage: trl === 3 ? 'concept' : 'underDevelopment',
      ip: { status: 'none', patents: [] },
      claims: [],
    }
    const organisation = {
      id: 'us-sbir-awardees',
      name: 'SBIR awardees (not named in the source)',
      country: 'US',
      kind: 'other',
    } as const
    return { key: id, organisation, content }
  },
}
