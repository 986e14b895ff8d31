import { message, messageAt } from '@techbridge/contracts'
import { maxRecordBytes, type SourceRecord } from '../record.ts'
import { lostInParsing } from './lost-in-parsing.ts'

const tooLong = messageAt('row', message('import.record-too-long', { mebibytes: maxRecordBytes / 1024 / 1024 }))

/** One JSON document a line; blank lines are skipped. A line that is not JSON is a refused row; the rest continues. */
export async function* readNdjson(text: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let row = 0
  for await (const line of lines(text)) {
    row += 1
    if (line === undefined) yield { row, errors: [tooLong] }
    else if (line.trim() !== '') yield parsed(row, line)
  }
}

const parsed = (row: number, line: string): SourceRecord => {
  try {
    const value: unknown = JSON.parse(line)
    const lost = lostInParsing(line, 'row')
    return lost.length > 0 ? { row, errors: lost } : { row, value }
  } catch {
    return { row, errors: [messageAt('row', message('json.malformed'))] }
  }
}

/**
 * Lines end at a line feed only: `node:readline` also ends them at U+2028, which JSON may hold. `undefined` replaces a line that is too
 * long to keep.
 */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  let parts: string[] = []
  let length = 0
  const take = () => {
    const line = length > maxRecordBytes ? undefined : parts.join('')
    parts = []
    length = 0
    return line
  }
  const keep = (part: string) => {
    length += part.length
    if (length <= maxRecordBytes) parts.push(part)
    else parts = []
  }
  for await (const chunk of text) {
    const [first, ...others] = chunk.split('\n')
    keep(first!)
    for (const next of others) {
      yield take()
      keep(next)
    }
  }
  if (length > 0) yield take()
}
