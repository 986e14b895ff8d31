const safe = '-9007199254740991 to 9007199254740991'

/** What is wrong with a body or with a text in it, with a row of an import, and what became of a text. */
export const bodyMessages = {
  'json.malformed': () => 'is not JSON',
  'json.values': ({ most }: { most: number }) => `must hold at most ${most} values in total`,
  'json.fields': ({ most }: { most: number }) => `must have at most ${most} fields`,
  'json.items': ({ most }: { most: number }) => `must have at most ${most} items`,
  'json.name': ({ most }: { most: number }) => `has a field whose name is longer than ${most} characters`,
  'json.depth': ({ most }: { most: number }) => `must be at most ${most} levels deep`,
  'json.long-number': ({ most }: { most: number }) => `must be a number of at most ${most} characters`,
  'json.large-number': () => `must be a number from ${safe}, so that every digit is kept; use a larger unit`,
  'json.small-number': () => 'is too close to 0 to be kept; use a smaller unit',

  'plain.too-long': ({ most }: { most: number }) =>
    `is longer than ${most} characters, markup included; send the text alone`,
  'plain.control-character': ({ character, position }: { character: string; position: number }) =>
    `has the control character ${character} at character ${position}; remove it`,
  'plain.reversed': ({ position }: { position: number }) =>
    `has a mark at character ${position} that shows the text in reverse order (U+202E); remove it and write the text in reading order`,
  'plain.private-use': ({ character, position }: { character: string; position: number }) =>
    `has a private-use character (${character}) at character ${position} that only one font shows; write what it stands for`,
  'plain.glyph': ({ glyph, position }: { glyph: string; position: number }) =>
    `has ${glyph} at character ${position}, the number of a glyph from a PDF; write what it stands for`,
  'plain.file': ({ format }: { format: string }) => `starts like the beginning of a file (${format}); send its text`,

  'change.replaced': ({ from, to }: { from: string; to: string }) => `${from} became ${to}`,
  'change.removed': ({ from, position }: { from: string; position: number }) =>
    `${from} was removed at character ${position}`,
  'change.more': ({ count }: { count: number }) => `${count} more were changed`,

  'import.lines': ({ most }: { most: number }) => `must be 1 to ${most} lines`,
  'import.organisation-needed': () => 'is needed: officers import for an organisation',
  'import.other-organisation': () => 'must be your own; leave it out',
  'import.key-repeated': () => 'is also the key of an earlier line of this request; a key names one record',
  'import.other-content': ({ id }: { id: string }) => `was imported before with other content; edit ${id} instead`,
  'import.key-of-row': ({ row }: { row: number }) => `is already the key of row ${row}`,
  'import.record-too-long': ({ mebibytes }: { mebibytes: number }) => `is longer than ${mebibytes} MiB`,
  'import.cells': ({ cells, columns }: { cells: number; columns: number }) =>
    `has ${cells} cells, the header has ${columns}`,
}
