import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Failure } from '../../failure.ts'
import type { Kind, SourceRecord } from '../record.ts'
import { readCsv } from './csv.ts'
import { readJsonArray } from './json-array.ts'
import { readNdjson } from './ndjson.ts'

export const formats = ['ndjson', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

const byExtension: Record<string, Format> = { '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv', '.json': 'json' }

export const formatOf = (file: string): Format => {
  const format = byExtension[extname(file).toLowerCase()]
  if (!format) throw new Failure(`Cannot tell the format of ${file} by its name. Say it: --format ${formats.join('|')}`)
  return format
}

export interface Source {
  file: string
  format: Format
  /** Of the WHATWG Encoding Standard, such as `utf-8` or `gb18030`. */
  encoding: string
  as: Kind
  /** Called with the number of bytes read so far. */
  read?: (bytes: number) => void
}

/** The records of a file as they are read; NDJSON and CSV are never completely in memory. */
export async function* readRecords({ file, format, encoding, as, read }: Source): AsyncGenerator<SourceRecord> {
  const text = decoded(file, encoding, read)
  if (format === 'ndjson') yield* readNdjson(text)
  else if (format === 'csv') yield* readCsv(text, as)
  else yield* readJsonArray(text)
}

export const sizeOf = async (file: string): Promise<number> => {
  try {
    const found = await stat(file)
    if (found.isFile()) return found.size
  } catch (error) {
    throw new Failure(`Cannot read ${file} (${(error as NodeJS.ErrnoException).code}). Check the path.`)
  }
  throw new Failure(`${file} is not a file.`)
}

async function* decoded(file: string, encoding: string, read: Source['read']): AsyncGenerator<string> {
  let bytes = 0
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    for await (const chunk of createReadStream(file)) {
      bytes += chunk.length
      read?.(bytes)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new Failure(`${file} is not in ${encoding}. Save it as UTF-8, or say its encoding: --encoding gb18030`)
    }
    throw error
  }
}
