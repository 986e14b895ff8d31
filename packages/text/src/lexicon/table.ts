/** In the order of the columns of a table. */
export const languages = ['en', 'zh', 'th', 'vi', 'id', 'lo', 'km', 'my'] as const
export type Language = (typeof languages)[number]

/** A thing that technologies are about, by whatever name. `broader` names the concepts that this one is always a kind or part of. */
export interface Concept {
  id: string
  broader: readonly string[]
  names: Partial<Record<Language, readonly string[]>>
  /** The names that no source attests: a speaker must check them. */
  unchecked: readonly string[]
}

const listed = (cell: string, separator: string) =>
  cell
    .split(separator)
    .map((name) => name.trim())
    .filter(Boolean)

/**
 * Reads a table of concepts, one a line: `id < broader, broader | en name; name | zh | th | vi | id | lo | km | my`. Columns
 * may be empty. `name?` is a name that a speaker must check.
 */
export const table = (lines: string): Concept[] => listed(lines, '\n').map(row)

const row = (line: string): Concept => {
  const [head, ...cells] = line.split('|')
  const [id, broader = ''] = head!.split('<')
  if (cells.length > languages.length)
    throw new Error(`Concept ${id!.trim()}: more columns than ${languages.join(', ')}`)
  const names: Concept['names'] = {}
  const unchecked: string[] = []
  for (const [column, cell] of cells.entries()) {
    const all = listed(cell, ';').map((name) => {
      if (!name.endsWith('?')) return name
      unchecked.push(name.slice(0, -1))
      return name.slice(0, -1)
    })
    if (all.length > 0) names[languages[column]!] = all
  }
  return { id: id!.trim(), broader: listed(broader, ','), names, unchecked }
}
