/** Figures under their names, shares with three decimals. */
export const printTable = (title: string, rows: readonly Record<string, string | number>[]) => {
  const columns = Object.keys(rows[0] ?? {})
  const cells = [columns, ...rows.map((row) => columns.map((column) => format(row[column] ?? '')))]
  const widths = columns.map((_, place) => Math.max(...cells.map((row) => row[place]!.length)))
  console.log(`\n${title}`)
  for (const row of cells) {
    const [first, ...others] = row.map((cell, place) =>
      place === 0 ? cell.padEnd(widths[place]!) : cell.padStart(widths[place]!),
    )
    console.log(`  ${[first, ...others].join('  ')}`)
  }
}

const format = (value: string | number) =>
  typeof value === 'string' || Number.isInteger(value) ? String(value) : value.toFixed(3)

export const formatInterval = ([low, high]: readonly [number, number]) => `${low.toFixed(3)} to ${high.toFixed(3)}`
