import { runService } from '@techbridge/kit'
import { createMatching } from './service.ts'

await runService('matching', createMatching)
