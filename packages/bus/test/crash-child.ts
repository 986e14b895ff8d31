import { appendFileSync, writeSync } from 'node:fs'
import { Poison } from '../src/bus.ts'
import { offer } from '../src/conformance/harness.ts'
import { openSqliteBus } from '../src/index.ts'

/** Publishes and consumes until it is killed; writes the ids that were acknowledged to stdout, those handled to a file. */
const [busFile, effectsFile, round] = process.argv.slice(2) as [string, string, string]
const bus = openSqliteBus(busFile, { batchSize: 5 })

await bus.subscribe({
  group: 'search',
  handler: async ({ id, data }) => {
    appendFileSync(effectsFile, `${id}\n`)
    if (data === 'poison') throw new Poison('broken')
  },
})
for (let sequence = Number(round) * 1_000_000; ; sequence++) {
  const events = Array.from({ length: 10 }, (_, index) =>
    offer(`subject-${index}`, sequence, index === 3 ? 'poison' : 'sound'),
  )
  await bus.publish(events)
  writeSync(1, events.map(({ id }) => `${id}\n`).join(''))
}
