import { runService } from '@techbridge/kit'
import { createOffers } from './service.ts'

await runService('offers', createOffers)
