import { runService } from '@techbridge/kit'
import { config } from './config.ts'
import { createLicensing } from './service.ts'

await runService('licensing', createLicensing, config)
