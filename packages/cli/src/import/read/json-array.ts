import type { MessageAt } from '@techbridge/contracts'
import { Failure } from '../../failure.ts'
import type { SourceRecord } from '../record.ts'
import { lostInParsing } from './lost-in-parsing.ts'

/** An array of records in one JSON document, which must fit into memory. */
export async function* readJsonArray(text: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let whole = ''
  for await (const chunk of text) whole += chunk
  const records = parse(whole)
  if (!Array.isArray(records)) throw new Failure('The file is JSON but not an array of records.')
  const lost = lostByPlace(whole)
  for (const [place, value] of records.entries()) {
    const errors = lost.get(place)
    yield errors ? { row: place + 1, errors } : { row: place + 1, value }
  }
}

/** By the place of the record, with paths that begin at it. */
const lostByPlace = (whole: string): Map<number, MessageAt[]> => {
  const byPlace = new Map<number, MessageAt[]>()
  for (const error of lostInParsing(whole, 'array')) {
    const [, place, ...path] = error.path.split('.')
    const row = Number(place)
    byPlace.set(row, [...(byPlace.get(row) ?? []), { ...error, path: ['row', ...path].join('.') }])
  }
  return byPlace
}

const parse = (whole: string): unknown => {
  try {
    return JSON.parse(whole)
  } catch (error) {
    throw new Failure(`The file is not JSON: ${(error as Error).message}`)
  }
}
