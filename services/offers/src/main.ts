import { runService } from '@techbridge/process'
import { createOffers } from './service.ts'

await runService('offers', createOffers)
