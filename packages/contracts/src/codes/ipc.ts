/** A symbol as people and databases write it: lower case, spaces, version indicators, zero-padded groups (WIPO ST.8). */
export const writtenIpc =
  /^\s*([A-HYa-hy]\d{2})(?:([A-Za-z])(?:\s*(?:0{0,3}(\d{1,4})\/(\d{2,6})|(\d{4})(\d{6})))?)?(?:\s*\(\d{4}\.\d{2}\))?\s*$/

/** A section alone, such as `A`. */
const section = /^\s*([A-HYa-hy])\s*$/

/** The canonical symbol of all that begins with it, a section too. */
export const ipcRangeOf = (written: string): string =>
  section.exec(written)?.[1]?.toUpperCase() ?? canonicalIpc(written)

/** What a symbol is in: `A`, `A01`, `A01G`, the main group `A01G9/00`, and itself. */
export const ipcRangesOf = (symbol: string): string[] => {
  const [, letter, digits = '', subclass = '', group] = /^([A-HY])(\d{2})?([A-Z])?(\d+)?/.exec(symbol) ?? []
  if (letter === undefined) return [symbol]
  const ranges = [letter, letter + digits, letter + digits + subclass]
  return [...new Set([...ranges, ...(group === undefined ? [] : [`${ranges[2]}${group}/00`]), symbol])]
}

/** The canonical symbol, such as `A01G9/24`; anything else stays unchanged. */
export const canonicalIpc = (written: string): string => {
  const match = writtenIpc.exec(written.normalize('NFKC'))
  if (!match) return written
  const [, mainClass, subclass = '', group, subgroup, filledGroup, filledSubgroup = ''] = match
  const main = (group ?? filledGroup)?.replace(/^0+(?=\d)/, '')
  const sub = subgroup?.replace(/^0+$/, '00') ?? filledSubgroup.replace(/(?<=^\d{2,})0+$/, '')
  return `${mainClass}${subclass}`.toUpperCase() + (main === undefined ? '' : `${main}/${sub}`)
}
