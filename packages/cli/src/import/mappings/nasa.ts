import { createHash } from 'node:crypto'
import type { OfferContent, Organisation } from '@techbridge/contracts'
import { z } from 'zod'
import { cutAtSentence, slug } from './cut.ts'
import type { Mapping } from './index.ts'

const record = z.object({
  Software: z.string().min(1),
  Description: z.string().min(1),
  'NASA Center': z.string().min(1),
  Categories: z.array(z.string()).default([]),
  License: z.array(z.string()).default([]),
  'External Link': z.string().default(''),
  'Public Code Repo': z.string().default(''),
})
type Software = z.output<typeof record>

/** Centres by the codes of the catalogue. Source: nasa.gov/nasa-centers-and-facilities */
const centres: Record<string, string> = {
  ARC: 'NASA Ames Research Center',
  DFRC: 'NASA Dryden Flight Research Center',
  GRC: 'NASA Glenn Research Center',
  GSFC: 'NASA Goddard Space Flight Center',
  HQ: 'NASA Headquarters',
  JPL: 'NASA Jet Propulsion Laboratory',
  JSC: 'NASA Johnson Space Center',
  KSC: 'NASA Kennedy Space Center',
  LARC: 'NASA Langley Research Center',
  MSFC: 'NASA Marshall Space Flight Center',
}

const organisationOf = (given: string): Organisation => {
  const code = Object.keys(centres).find((one) => centres[one] === given) ?? given.toUpperCase()
  return {
    id: `nasa-${slug(code, 50)}`,
    name: centres[code] ?? `NASA ${given}`,
    country: 'US',
    kind: 'researchInstitute',
  }
}

/** Categories that say what the software is about, not where it is listed. */
const keywordsOf = ({ Categories, 'NASA Center': centre }: Software) => {
  const told = new Set(['nasa', 'open source', centre.toLowerCase()])
  return Categories.map((category) => category.trim())
    .filter((category) => {
      const name = category.toLowerCase()
      if (name === '' || name.length > 80 || told.has(name)) return false
      told.add(name)
      return true
    })
    .slice(0, 5)
}

/** Several records have the same title; title, repository and link together tell them apart. */
const keyOf = ({ Software: title, 'Public Code Repo': repository, 'External Link': link }: Software) => {
  const hash = createHash('sha256')
    .update(JSON.stringify([title, repository, link]))
    .digest('hex')
  return `${slug(title, 80)}-${hash.slice(0, 12)}`
}

const assumption =
  'TRL 6 and the stage “available for demonstration” are assumptions of the import: the catalogue states neither, but the code is public.'

/**
 * The catalogue of code.nasa.gov (data/catalog.json). What it does not say gets the least that the contract allows: TRL and stage are assumptions
 * that the description states; no patent is claimed; an open-source licence is a non-exclusive one, for the world.
 */
export const nasa: Mapping<Software> = {
  as: ['offers'],
  record,
  cut: ['Software', 'Description'],
  toRow: (software) => {
    const { Software: title, Description: text, License: licences, 'External Link': link } = software
    const notes = [
      ...(licences.length > 0 ? [`Licence: ${[...new Set(licences)].join(', ')}.`] : []),
      ...[...new Set([link, software['Public Code Repo']])].filter((url) => url !== '').map((url) => `See ${url}`),
      assumption,
    ].join('\n')
    const content: OfferContent = {
      type: 'TO',
      originalLanguage: 'en',
      texts: {
        en: {
          title: cutAtSentence(title, 256),
          summary: cutAtSentence(text, 500),
          description: `${cutAtSentence(text, 4000 - notes.length - 2)}\n\n${notes}`,
        },
      },
      keywords: { market: [], technology: keywordsOf(software) },
      sector: 'J',
      ipc: [],
      sdgs: [],
      dealTypes: ['nonExclusiveLicence'],
      territories: ['WORLD'],
      partnerKinds: [],
      anonymous: false,
      trl: 6,
      stage: 'availableForDemonstration',
      ip: { status: 'none', patents: [] },
      claims: [],
    }
    return { key: keyOf(software), organisation: organisationOf(software['NASA Center']), content }
  },
}
