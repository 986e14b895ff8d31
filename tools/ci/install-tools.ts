import { installAll } from '@techbridge/engines'
import { installSchemathesis } from '../schemathesis/install.ts'

installSchemathesis()
await installAll()
