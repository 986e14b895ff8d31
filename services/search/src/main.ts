import { runService } from '@techbridge/process'
import { createSearch } from './service.ts'

await runService('search', createSearch)
