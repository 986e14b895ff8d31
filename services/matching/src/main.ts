import { runService } from '@techbridge/kit'
import { config } from './config.ts'
import { createMatching } from './service.ts'

await runService('matching', createMatching, config)
