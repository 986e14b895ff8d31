import { parseArgs } from 'node:util'
import { parts } from './ci/parts.ts'
import { runParts } from './ci/run-parts.ts'
import { closingLine, sum } from './test-counts.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '80' } } })
const minutes = Number(values.minutes)

/** CI should take less than an hour and may take one and a half. What is ended before it is over still leaves a count of all tests. */
const ending = new AbortController()
setTimeout(() => ending.abort(`CI has run for ${minutes} minutes`), minutes * 60_000).unref()

for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort(`CI received ${name}`))

const outcomes = await runParts(parts, { signal: ending.signal, graceMs: 30_000 })
for (const { name, counts, seconds } of outcomes)
  console.log(`${name}: ${closingLine(counts)} in ${seconds.toFixed(0)} s`)
const total = sum(outcomes.map(({ counts }) => counts))
console.log(closingLine(total))
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
