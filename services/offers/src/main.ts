import { runService } from '@techbridge/kit'
import { config } from './config.ts'
import { createOffers } from './service.ts'

await runService('offers', createOffers, config)
