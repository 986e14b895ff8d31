import { runService } from '@techbridge/kit'
import { createLicensing } from './service.ts'

await runService('licensing', createLicensing)
