import { type Change, changeMessage, message, messageAt, type Organisation, parseWith } from '@techbridge/contracts'
import { differenceOf, toPlainText } from '@techbridge/plain-text'
import type { Mapping } from './mappings/index.ts'
import type { ImportRow, SourceRecord } from './record.ts'
import { identity, type Outcome } from './report.ts'

export type Read =
  | { row: number; line: ImportRow; changes: Change[]; identity: string; refused?: undefined }
  | { refused: Outcome }

interface Options {
  mapping: Mapping
  /** The organisation of rows that name none. */
  organisation?: Organisation
}

/**
 * Each record as the row to import, or refused: the file may be broken there, the mapping may miss a field, or an earlier row of the
 * file may have the same key, though a key names one record.
 */
export async function* importRows(
  records: AsyncIterable<SourceRecord>,
  { mapping, organisation }: Options,
): AsyncGenerator<Read> {
  const rowOfKey = new Map<string, number>()
  for await (const { row, value, errors } of records) {
    if (errors) {
      yield { refused: { row, outcome: 'refused', errors } }
      continue
    }
    const checked = parseWith(mapping.record, value, 'row')
    if (checked.errors) {
      yield { refused: { row, outcome: 'refused', errors: checked.errors } }
      continue
    }
    const mapped = mapping.toRow(checked.data)
    const line = organisation && !mapped.organisation ? { ...mapped, organisation } : mapped
    const id = identity(line.organisation?.id, line.key)
    const earlier = rowOfKey.get(id)
    if (earlier !== undefined) {
      yield { refused: { row, ...keyOf(line), outcome: 'refused', errors: [sameKey(earlier)] } }
      continue
    }
    rowOfKey.set(id, row)
    yield { row, line, changes: madePlain(checked.data, mapping), identity: id }
  }
}

/** The texts of a record that the mapping makes plain, reported like those that the server makes plain. */
const madePlain = (record: Record<string, unknown>, { cut = [] }: Mapping): Change[] =>
  cut.flatMap((field) => {
    const given = String(record[field])
    const difference = differenceOf(given, toPlainText(given))
    return difference === undefined ? [] : [messageAt(`row.${field}`, changeMessage(difference))]
  })

export const keyOf = ({ key, organisation }: ImportRow) => ({
  key,
  ...(organisation && { organisation: organisation.id }),
})

const sameKey = (row: number) => messageAt('row.key', message('import.key-of-row', { row }))
