import { runService } from '@techbridge/process'
import { createLicensing } from './service.ts'

await runService('licensing', createLicensing)
