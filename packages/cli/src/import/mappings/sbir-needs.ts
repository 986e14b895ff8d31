import type { NeedContent } from '@techbridge/contracts'
import { z } from 'zod'
import { cutAtSentence, slug } from './cut.ts'
import type { Mapping } from './index.ts'

const record = z.object({
  id: z.string().min(1).max(200),
  title: z.string().min(1),
  description: z.string().min(1),
  agency: z.string().min(1).max(200),
  url: z.string().default(''),
  open_date: z.string().default(''),
  close_date: z.string().default(''),
  mentions_itar: z.boolean().default(false),
})

/**
 * Topics of the US Small Business Innovation Research programme: research and development that an agency pays small firms for. What they do
 * not say gets the least that the contract allows: no minimum TRL, budget or IPC class; scientific research as the sector (ISIC M,
 * division 72); the US as territory; joint development, or a licence to use what comes of it. All topics have closed, so the closing
 * date is told in the description: as a response deadline it would keep every offer away.
 */
export const sbirNeeds: Mapping<z.output<typeof record>> = {
  as: ['needs'],
  record,
  cut: ['title', 'description'],
  toRow: ({ id, title, description, agency, url, open_date, close_date, mentions_itar }) => {
    const notes = [
      `SBIR topic, opened ${open_date || 'at a date not given'}, closed ${close_date || 'at a date not given'}.`,
      ...(mentions_itar ? ['It mentions US export control (ITAR).'] : []),
      ...(url === '' ? [] : [`See ${url}`]),
    ].join('\n')
    const content: NeedContent = {
      type: 'RDR',
      originalLanguage: 'en',
      texts: {
        en: {
          title: cutAtSentence(title, 256),
          summary: cutAtSentence(description, 500),
          description: `${cutAtSentence(description, 4000 - notes.length - 2)}\n\n${notes}`,
        },
      },
      keywords: { market: [], technology: [] },
      sector: 'M',
      ipc: [],
      sdgs: [],
      dealTypes: ['jointDevelopment', 'nonExclusiveLicence'],
      territories: ['US'],
      partnerKinds: [],
      anonymous: false,
    }
    const organisation = { id: `us-${slug(agency, 60)}`, name: agency, country: 'US', kind: 'agency' } as const
    return { key: id, organisation, content }
  },
}
