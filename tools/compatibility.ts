import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { history } from './compatibility/base.ts'
import { type EventDocument, incompatibilities, upcasts } from './compatibility/events.ts'
import { asyncapi } from './docs/asyncapi.ts'

const { values } = parseArgs({ options: { base: { type: 'string' } } })
const commits = history(join(import.meta.dirname, '..'))
const current = JSON.parse(JSON.stringify(asyncapi())) as EventDocument

const findBase = () => {
  if (values.base === undefined) return commits.base(current)
  const document = commits.at(values.base)
  if (!document) throw new Error(`${values.base} has no docs/api/asyncapi.json, or is no commit here.`)
  return { ref: values.base, document }
}

const base = findBase()
if (!base) {
  const why = commits.isShallow()
    ? 'the clone is shallow; fetch the history or give --base'
    : 'there is no earlier version'
  console.log(`Event contracts: nothing to compare with (${why}).`)
} else {
  const found = incompatibilities(base.document, current)
  for (const { eventType, path, problem, remedy } of found) {
    console.error(`${eventType} ${path}\n  ${problem}\n  ${remedy}`)
  }
  const count = Object.keys(base.document.components.messages).length
  console.log(
    `Event contracts: ${count} event types of ${base.ref.slice(0, 12)} compared, ${found.length} incompatible changes.`,
  )
  for (const [eventType, readAs] of upcasts(current)) console.log(`${eventType} is read as ${readAs}.`)
  if (found.length > 0) process.exitCode = 1
}
