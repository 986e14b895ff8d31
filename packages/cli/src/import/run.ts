import type { Client } from '@techbridge/client'
import type { Organisation } from '@techbridge/contracts'
import { bodyLimits, message, messageAt } from '@techbridge/contracts'
import { Failure } from '../failure.ts'
import { createBatch, type Waiting } from './batch.ts'
import { type MappingName, mappings } from './mappings/index.ts'
import type { Patience } from './patience.ts'
import { type Format, readRecords, sizeOf } from './read/index.ts'
import type { Kind } from './record.ts'
import { beginReport, type Outcome, readDone } from './report.ts'
import { importRows, keyOf, type Read } from './rows.ts'
import { sendBatch, stillThere } from './server.ts'
import { createTally, type Summary } from './tally.ts'

export interface ImportOptions {
  client: Client
  file: string
  format: Format
  encoding: string
  as: Kind
  mapping: MappingName
  organisation?: Organisation
  publish: boolean
  /** How and when the owners asked for the import. */
  request: string
  /** Path of the report, also of an earlier run. */
  report: string
  /** Rows per request. */
  batch: number
  patience: Patience
  /** Called with the bytes read and the results so far. */
  progress?: (bytes: number, summary: Summary) => void
}

/**
 * Imports a file, and reports each row. Rows that are done in the report of an earlier run are skipped. Stops early when the server
 * stays unavailable or `patience.stop` aborts: `broke` of the summary says why, and the same call continues from there.
 */
export const importFile = async (options: ImportOptions): Promise<Summary> => {
  const { client, file, as, patience, progress } = options
  const mapping = mappings[options.mapping]
  if (!mapping.as.includes(as)) throw new Failure(`The mapping ${options.mapping} gives ${mapping.as}, not ${as}.`)
  if (options.format === 'csv' && options.mapping !== 'plain') throw new Failure('CSV has the mapping plain only.')
  await sizeOf(file)
  const done = await stillThere(client, as, await readDone(options.report), patience)
  const report = beginReport(options.report, done.values())
  const tally = createTally()
  const batch = createBatch(options.batch)
  let bytes = 0

  const settle = (outcomes: readonly Outcome[], textsChanged = 0) => {
    report.add(outcomes)
    tally.add(outcomes, textsChanged)
    progress?.(bytes, tally.summary)
  }
  const send = async () => {
    const { outcomes, textsChanged } = await sendBatch(options, batch.take())
    settle(outcomes, textsChanged)
  }
  const take = async (read: Extract<Read, { line: object }>) => {
    const size = Buffer.byteLength(JSON.stringify(read.line))
    if (size > bodyLimits.json) return settle([tooLong(read)])
    if (batch.isFullFor(size)) await send()
    batch.add(read, size)
  }

  try {
    const read = (soFar: number) => {
      bytes = soFar
    }
    const records = readRecords({ ...options, read })
    for await (const one of importRows(records, { mapping, organisation: options.organisation })) {
      if (patience.stop.aborted) throw new Failure('Stopped.')
      if (one.refused) settle([one.refused])
      else if (done.has(one.identity)) tally.passOver()
      else await take(one)
    }
    await send()
  } catch (error) {
    tally.summary.broke = error
  }
  return tally.summary
}

const tooLong = ({ row, line }: Waiting): Outcome => ({
  row,
  ...keyOf(line),
  outcome: 'refused',
  errors: [messageAt('row', message('field.bytes', { most: bodyLimits.json }))],
})
