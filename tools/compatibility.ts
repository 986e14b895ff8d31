import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { history } from './compatibility/base.ts'
import { type EventDocument, incompatibilities, upcasts } from './compatibility/events.ts'
import { breaks, type HttpDocument } from './compatibility/http.ts'
import { asyncapi } from './docs/asyncapi.ts'
import { openapi } from './docs/openapi.ts'

const { values } = parseArgs({ options: { base: { type: 'string' } } })

/** Compares a document of contracts with an earlier version of it, and reports what `problemsOf` finds. */
const compare = <D>(what: string, file: string, current: D, problemsOf: (before: D, after: D) => string[]) => {
  const commits = history<D>(join(import.meta.dirname, '..'), file)
  const given = values.base
  const document = given === undefined ? undefined : commits.at(given)
  if (given !== undefined && !document) throw new Error(`${given} has no ${file}, or is no commit here.`)
  const base = given !== undefined && document ? { ref: given, document } : commits.base(current)
  if (!base) {
    const why = commits.isShallow()
      ? 'the clone is shallow; fetch the history or give --base'
      : 'there is no earlier version'
    console.log(`${what}: nothing to compare with (${why}).`)
    return
  }
  const problems = problemsOf(base.document, current)
  for (const problem of problems) console.error(problem)
  console.log(`${what} compared with ${base.ref.slice(0, 12)}: ${problems.length} incompatible changes.`)
  if (problems.length > 0) process.exitCode = 1
}

const plain = <D>(document: unknown): D => JSON.parse(JSON.stringify(document))

const events = plain<EventDocument>(asyncapi())
compare('Event contracts', 'docs/api/asyncapi.json', events, (before, after) =>
  incompatibilities(before, after).map(
    ({ eventType, path, problem, remedy }) => `${eventType} ${path}\n  ${problem}\n  ${remedy}`,
  ),
)
for (const [eventType, readAs] of upcasts(events)) console.log(`${eventType} is read as ${readAs}.`)

compare('HTTP API', 'docs/api/openapi.json', plain<HttpDocument>(openapi()), (before, after) =>
  breaks(before, after).map(
    ({ operation, path, problem }) =>
      `${operation} ${path}\n  ${problem}\n  keep it as it was, and offer the new form beside it`,
  ),
)
