import { runService } from '@techbridge/kit'
import { config } from './config.ts'
import { createSearch } from './service.ts'

await runService('search', createSearch, config)
