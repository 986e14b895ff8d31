import { runService } from '@techbridge/process'
import { createDirectory } from './service.ts'

await runService('directory', createDirectory)
