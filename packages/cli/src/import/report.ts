import { appendFileSync, existsSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { changed, importOutcome, messageFields } from '@techbridge/contracts'
import { z } from 'zod'
import { Failure } from '../failure.ts'

const outcome = z.object({
  row: z.int(),
  key: z.string().optional(),
  organisation: z.string().optional(),
  outcome: importOutcome,
  id: z.string().optional(),
  errors: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        code: messageFields.code.optional(),
        params: messageFields.params.optional(),
      }),
    )
    .optional(),
  changed,
})
/** What became of a row of the file: a line of the report. `organisation` is the id of the one that the row names. */
export type Outcome = z.output<typeof outcome>

export const identity = (organisation: string | undefined, key: string) => `${organisation ?? ''}\n${key}`

/** The rows that an earlier run imported, by identity. An incomplete last line, left by a kill, is ignored. */
export const readDone = async (file: string): Promise<Map<string, Outcome>> => {
  const done = new Map<string, Outcome>()
  if (!existsSync(file)) return done
  const lines = (await readFile(file, 'utf8')).split('\n')
  const torn = lines.pop()!
  if (!'{"row":'.startsWith(torn.slice(0, 7))) throw notReport(file)
  for (const line of lines) {
    const read = outcomeOf(line)
    if (!read) throw notReport(file)
    if (read.outcome !== 'refused' && read.key !== undefined) done.set(identity(read.organisation, read.key), read)
  }
  return done
}

const outcomeOf = (line: string): Outcome | undefined => {
  try {
    return outcome.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** A file that is not a report must not be overwritten. */
const notReport = (file: string) =>
  new Failure(`${file} is no report of an import. Remove it, or choose another file with --report.`)

export interface Report {
  add(outcomes: readonly Outcome[]): void
}

/** Begins the report with the rows that are done; each row occurs once. Written immediately, so that a kill loses no result. */
export const beginReport = (file: string, done: Iterable<Outcome>): Report => {
  const lines = (outcomes: Iterable<Outcome>) => [...outcomes].map((outcome) => `${JSON.stringify(outcome)}\n`).join('')
  try {
    writeFileSync(`${file}.new`, lines(done))
    renameSync(`${file}.new`, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Failure(`Cannot write the report ${file} (${code}). Choose another file with --report.`)
  }
  return { add: (outcomes) => appendFileSync(file, lines(outcomes)) }
}
