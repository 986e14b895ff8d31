import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDecisions } from './docs/decisions.ts'
import { documents } from './docs/documents.ts'
import { brokenReferences } from './docs/markdown.ts'
import { staleDocuments, writeDocuments } from './docs/write.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '..')
const stale = staleDocuments(documents, root)

if (values.check) {
  const problems = [
    ...stale.map((path) => `${path} is stale: run npm run docs and commit it.`),
    ...readDecisions(join(root, 'docs/adr')).problems,
    ...brokenReferences(root),
  ]
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
} else {
  writeDocuments(documents, root)
  for (const path of stale) console.log(`${path} written`)
}
