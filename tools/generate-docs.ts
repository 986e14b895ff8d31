import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { documents } from './docs/documents.ts'
import { staleDocuments, writeDocuments } from './docs/write.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '..')
const stale = staleDocuments(documents, root)

if (values.check) {
  for (const path of stale) console.error(`${path} is stale: run npm run docs and commit it.`)
  if (stale.length > 0) process.exitCode = 1
} else {
  writeDocuments(documents, root)
  for (const path of stale) console.log(`${path} written`)
}
