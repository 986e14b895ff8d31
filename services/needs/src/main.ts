import { runService } from '@techbridge/process'
import { createNeeds } from './service.ts'

await runService('needs', createNeeds)
