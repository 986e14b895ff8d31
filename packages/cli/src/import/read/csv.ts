import { pipeline, Readable } from 'node:stream'
import { message, messageAt } from '@techbridge/contracts'
import { CsvError, parse } from 'csv-parse'
import { Failure } from '../../failure.ts'
import { type Kind, maxRecordBytes, type SourceRecord } from '../record.ts'
import { knownColumn, rowOf } from './csv-columns.ts'

/**
 * Comma-separated values as in RFC 4180, with a header; a quote inside an unquoted cell is taken literally. Rows are numbered as in a
 * spreadsheet: the header is 1. Fails where the cells can no longer be separated.
 */
export async function* readCsv(text: AsyncIterable<string>, as: Kind): AsyncGenerator<SourceRecord> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRecordBytes,
  })
  // Errors of the file come out of the parser, and leaving the parser early closes the file.
  pipeline(Readable.from(text), parser, () => undefined)

  let row = 0
  let header: string[] | undefined
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1
      if (!header) header = readHeader(cells, as)
      else if (cells.some((cell) => cell.trim() !== '')) yield read(row, header, cells, as)
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Failure(`The file is no CSV: ${error.message}`)
    throw error
  }
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
    const said = message('import.cells', { cells: cells.length, columns: header.length })
    return { row, errors: [messageAt('row', said)] }
  }
  return { row, value: rowOf(Object.fromEntries(header.map((name, place) => [name, cells[place]!.trim()])), as) }
}
