import { Failure } from '../../failure.ts'
import type { SourceRecord } from '../record.ts'

/** An array of records in one JSON document, which must fit into memory. */
export async function* readJsonArray(text: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  const records = await parse(text)
  if (!Array.isArray(records)) throw new Failure('The file is JSON but not an array of records.')
  for (const [place, value] of records.entries()) yield { row: place + 1, value }
}

const parse = async (text: AsyncIterable<string>): Promise<unknown> => {
  let whole = ''
  for await (const chunk of text) whole += chunk
  try {
    return JSON.parse(whole)
  } catch (error) {
    throw new Failure(`The file is not JSON: ${(error as Error).message}`)
  }
}
