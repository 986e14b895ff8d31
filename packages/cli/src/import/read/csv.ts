import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { Failure } from '../../failure.ts'
import { type Kind, maxRecordBytes, type SourceRecord } from '../record.ts'
import { knownColumn, rowOf } from './csv-columns.ts'

/**
 * Comma-separated values as RFC 4180 has them, with a header. Rows are numbered as a spreadsheet does: the header is 1. A row that is
 * broken is a refused row and the rest goes on.
 */
export async function* readCsv(text: AsyncIterable<string>, as: Kind): AsyncGenerator<SourceRecord> {
  let counted = 0
  const rows: number[] = []
  const skipped: SourceRecord[] = []
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: maxRecordBytes,
    // Both are called in the order of the file; what comes out of the parser lags behind.
    on_record: (cells) => {
      counted += 1
      rows.push(counted)
      return cells
    },
    on_skip: (error) => {
      counted += 1
      skipped.push({ row: counted, errors: [{ path: 'row', message: reason(error) }] })
      return undefined
    },
  })
  // Errors of the file come out of the parser, and leaving the parser early closes the file.
  pipeline(Readable.from(text), parser, () => undefined)

  let header: string[] | undefined
  for await (const cells of parser as AsyncIterable<string[]>) {
    const row = rows.shift()!
    yield* skipped.splice(0)
    if (!header) header = readHeader(cells, as)
    else if (cells.some((cell) => cell.trim() !== '')) yield read(row, header, cells, as)
  }
  yield* skipped.splice(0)
}

const readHeader = (cells: string[], as: Kind) => {
  const header = cells.map((cell) => cell.trim())
  const unknown = header.filter((name) => !knownColumn(name, as))
  if (unknown.length > 0) {
    throw new Failure(
      `The CSV has columns that ${as} have not: ${unknown.join(', ')}. See: npx techbridge import --help`,
    )
  }
  const twice = header.filter((name, place) => header.indexOf(name) < place)
  if (twice.length > 0) throw new Failure(`The CSV has columns twice: ${twice.join(', ')}.`)
  return header
}

const read = (row: number, header: string[], cells: string[], as: Kind): SourceRecord => {
  if (cells.length !== header.length) {
    return { row, errors: [{ path: 'row', message: `has ${cells.length} cells, the header has ${header.length}` }] }
  }
  return { row, value: rowOf(Object.fromEntries(header.map((name, place) => [name, cells[place]!.trim()])), as) }
}

const reason = (error: CsvError | undefined) =>
  error?.code === 'CSV_MAX_RECORD_SIZE' ? 'is longer than 8 MiB' : 'is not CSV: check its quotes'
