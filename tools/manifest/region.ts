import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The file at `path` with `text` in the place of what `place` finds; fails where it finds nothing. */
export const withRegion = (path: string, place: RegExp, text: string): string => {
  const file = readFileSync(join(root, path), 'utf8')
  if (!place.test(file)) throw new Error(`${path} lacks the place for what is generated: ${place}`)
  return file.replace(place, () => text)
}

const mark = 'generated from packages/contracts/src/services.ts by `npm run docs`'

/** The file with these lines between the comments that begin and end what is generated. */
export const withLines = (path: string, lines: readonly string[], indent = ''): string => {
  const begin = `${indent}# ${mark}`
  const end = `${indent}# end of what is generated`
  return withRegion(path, new RegExp(`^${begin}\\n[\\s\\S]*?^${end}$`, 'm'), [begin, ...lines, end].join('\n'))
}
