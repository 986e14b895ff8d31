import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from './architecture/inspect.ts'

const root = join(import.meta.dirname, '..')
const folders = ['packages', 'services', 'infra', 'bench', 'tools'].filter((folder) => existsSync(join(root, folder)))
const { modules, violations } = await inspect(root, folders)

for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`)
console.log(`Architecture: ${modules} modules, ${violations.length} violations.`)

// dependency-cruiser reads no TypeScript, and says nothing, when it finds no compiler that it can use.
if (modules <= 50) console.error('Too few modules: the imports were not read.')
if (modules <= 50 || violations.length > 0) process.exitCode = 1
