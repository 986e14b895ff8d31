import { eventBusConformance } from '../src/conformance.ts'
import { openOnNewFile } from './sqlite-file.ts'

eventBusConformance('the SQLite adapter', openOnNewFile)
eventBusConformance('the SQLite adapter with small batches', () => openOnNewFile({ batchSize: 3 }))
