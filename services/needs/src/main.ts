import { runService } from '@techbridge/kit'
import { createNeeds } from './service.ts'

await runService('needs', createNeeds)
