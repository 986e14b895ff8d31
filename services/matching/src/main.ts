import { runService } from '@techbridge/process'
import { createMatching } from './service.ts'

await runService('matching', createMatching)
