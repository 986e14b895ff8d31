import { agricultureNeeds } from './needs/agriculture.ts'
import { aquacultureNeeds } from './needs/aquaculture.ts'
import { bioenergyNeeds } from './needs/bioenergy.ts'
import { cropNeeds } from './needs/crops.ts'
import { energyNeeds } from './needs/energy.ts'
import { healthNeeds } from './needs/health.ts'
import { waterNeeds } from './needs/water.ts'
import { aquacultureOffers } from './offers/aquaculture.ts'
import { bioenergyOffers } from './offers/bioenergy.ts'
import { careOffers } from './offers/care.ts'
import { cropOffers } from './offers/crops.ts'
import { diagnosticsOffers } from './offers/diagnostics.ts'
import { drinkingWaterOffers } from './offers/drinking-water.ts'
import { photovoltaicOffers } from './offers/photovoltaics.ts'
import { postharvestOffers } from './offers/postharvest.ts'
import { powerOffers } from './offers/power.ts'
import { wastewaterOffers } from './offers/wastewater.ts'
import type { SampleNeed, SampleOffer } from './sample.ts'
import { upcoming } from './upcoming.ts'

export { type OrganisationId, organisations } from './organisations.ts'
export type { SampleNeed, SampleOffer } from './sample.ts'

export const sampleOffers: SampleOffer[] = [
  ...postharvestOffers,
  ...cropOffers,
  ...aquacultureOffers,
  ...powerOffers,
  ...bioenergyOffers,
  ...photovoltaicOffers,
  ...diagnosticsOffers,
  ...careOffers,
  ...drinkingWaterOffers,
  ...wastewaterOffers,
]

/** Their deadlines lie ahead whenever they are loaded. */
export const sampleNeeds: SampleNeed[] = [
  ...agricultureNeeds,
  ...cropNeeds,
  ...aquacultureNeeds,
  ...energyNeeds,
  ...bioenergyNeeds,
  ...healthNeeds,
  ...waterNeeds,
].map(({ content, ...need }) => ({
  ...need,
  content: { ...content, responseDeadline: upcoming(content.responseDeadline, new Date()) },
}))
