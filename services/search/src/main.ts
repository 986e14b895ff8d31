import { runService } from '@techbridge/kit'
import { createSearch } from './service.ts'

await runService('search', createSearch)
