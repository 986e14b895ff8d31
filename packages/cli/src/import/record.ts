import type { MessageAt } from '@techbridge/contracts'

/** A record of a file, or why it cannot be read. `row` is its line, spreadsheet row or place in the array. */
export type SourceRecord =
  | { row: number; value: unknown; errors?: undefined }
  | { row: number; value?: undefined; errors: MessageAt[] }

/** A row for the import endpoints; the server checks its content. */
export interface ImportRow {
  key: string
  organisation?: { id: string }
  content: unknown
}

export const kinds = ['offers', 'needs'] as const
export type Kind = (typeof kinds)[number]

/** Longer records are not read, to save memory. The limit is far above that of a row, because a mapping may shorten a record. */
export const maxRecordBytes = 8 * 1024 * 1024
