import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, countAssertions } from './assertions/count.ts'

const root = join(import.meta.dirname, '..')

/**
 * Most of each in the production code of services and packages. Where the compiler is told what it cannot see, nobody checks it. Lower a
 * number when the code needs fewer; there is a better way than raising one.
 */
const ceilings: Counts = JSON.parse(readFileSync(join(root, 'tools/assertions/ceilings.json'), 'utf8'))

const counts = countAssertions(root)
const kinds = Object.keys(ceilings) as (keyof Counts)[]
for (const kind of kinds.filter((one) => counts[one] > ceilings[one])) {
  console.error(`${kind}: ${counts[kind]}, of at most ${ceilings[kind]}. Narrow the type instead of asserting it.`)
  process.exitCode = 1
}
const fewer = kinds.filter((one) => counts[one] < ceilings[one])
console.log(`Assertions: ${kinds.map((kind) => `${counts[kind]} ${kind}`).join(', ')}.`)
if (fewer.length > 0) console.log(`Fewer than tools/assertions/ceilings.json lets be: lower ${fewer.join(', ')} there.`)
