import type { MessageAt } from '@techbridge/contracts'

/** A record of a file, or why there is none. `row` is where a person finds it: line, spreadsheet row or place in the array. */
export type SourceRecord =
  | { row: number; value: unknown; errors?: undefined }
  | { row: number; value?: undefined; errors: MessageAt[] }

/** A row as the import endpoints take it; the server checks its content. */
export interface ImportRow {
  key: string
  organisation?: { id: string }
  content: unknown
}

export const kinds = ['offers', 'needs'] as const
export type Kind = (typeof kinds)[number]

/** A longer record of a source is not read, so that it takes no memory; what a mapping makes of one may be far shorter. */
export const maxRecordBytes = 8 * 1024 * 1024
