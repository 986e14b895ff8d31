import { runService } from '@techbridge/kit'
import { config } from './config.ts'
import { createNeeds } from './service.ts'

await runService('needs', createNeeds, config)
