import {
  type NeedContent,
  needContent as needContract,
  type OfferContent,
  offerContent as offerContract,
} from '@techbridge/contracts'
import type { z } from 'zod'

const offer: z.input<typeof offerContract> = {
  type: 'TO',
  originalLanguage: 'en',
  texts: {
    en: {
      title: 'Solar drip irrigation with soil moisture sensors',
      summary: 'Photovoltaic pumps feed drip lines; soil moisture sensors open the valves of each orchard block.',
      description:
        'Emitters keep an even flow on slopes. A gateway gathers readings and doses fertiliser by conductivity.',
      advantages: 'Sixty per cent less water than furrows.',
    },
  },
  keywords: { market: ['orchards'], technology: ['drip irrigation', 'soil moisture'] },
  sector: 'A',
  ipc: ['A01G25/02'],
  dealTypes: ['nonExclusiveLicence', 'jointDevelopment'],
  territories: ['VN', 'TH', 'LA'],
  trl: 7,
  stage: 'availableForDemonstration',
  ip: { status: 'granted', patents: [{ number: 'CN129901144B', office: 'CN', status: 'granted' }] },
  claims: [{ metric: 'Water saved', value: 61.5, unit: '%', conditions: 'loam, against furrow irrigation' }],
  price: { min: 10_000_00, max: 40_000_00, currency: 'CNY' },
}

const need: z.input<typeof needContract> = {
  type: 'TR',
  originalLanguage: 'en',
  texts: {
    en: {
      title: 'Drip irrigation for a pomelo orchard without grid power',
      summary: 'We look for solar pumps and drip lines with soil moisture sensors for orchard blocks on slopes.',
      description:
        'Emitters clog; valves are opened by hand. Fertiliser should be dosed with the water, by conductivity.',
    },
  },
  keywords: { market: ['orchards'], technology: ['drip irrigation', 'moisture sensors'] },
  sector: 'A',
  ipc: ['A01G25/16'],
  dealTypes: ['nonExclusiveLicence'],
  territories: ['VN'],
  minimumTrl: 6,
  budget: { max: 30_000_00, currency: 'USD' },
}

/** An offer that `needContent()` matches well. Overrides are as a provider sends them; what they leave out gets its default. */
export const offerContent = (overrides: Partial<z.input<typeof offerContract>> = {}): OfferContent =>
  offerContract.parse({ ...offer, ...overrides })

/** A need that `offerContent()` matches well. */
export const needContent = (overrides: Partial<z.input<typeof needContract>> = {}): NeedContent =>
  needContract.parse({ ...need, ...overrides })

const subjects = [
  ['Lithium cathode recycling by hydrometallurgy', 'Spent batteries are shredded, leached and precipitated.'],
  ['Maglev spindle bearings for milling machines', 'Magnetic suspension removes friction from spindles.'],
  ['Dengue antigen assay on paper strips', 'Capillary membranes show antigens within minutes.'],
  ['Wood plastic composite decking', 'Sawdust and polyethylene are extruded into planks.'],
  ['Speech recognition for tonal languages', 'Neural acoustic models transcribe telephone calls.'],
  ['Low carbon cement from calcined clay', 'Kaolin replaces clinker in concrete.'],
  ['Silk protein wound dressing', 'Fibroin films release antibiotics slowly.'],
  ['Warehouse robots with lidar navigation', 'Pallets are carried between shelves without markers.'],
  ['Perovskite window glazing', 'Transparent coatings generate electricity from facades.'],
  ['Bamboo fibre yarn spinning', 'Enzymes separate fibres for textiles.'],
  ['Leather tanning without chromium', 'Vegetable polyphenols tan hides.'],
  ['Ship hull cleaning by ultrasound', 'Transducers keep barnacles off hulls.'],
] as const

/** Offers of other fields, which no need of the tests asks for: a corpus against which a rare word counts as rare. */
export const unrelatedOffers = (): OfferContent[] =>
  subjects.map(([title, description]) =>
    offerContent({
      texts: { en: { title, summary: title, description } },
      keywords: {},
      sector: 'C',
      ipc: [],
      territories: ['MN'],
    }),
  )
