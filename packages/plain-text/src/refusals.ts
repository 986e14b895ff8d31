/** What cannot be made plain, because nobody can tell what was meant. */
type Unplain = 'control-character' | 'reversed' | 'private-use' | 'glyph' | 'file'

export interface Refusal {
  what: Unplain
  /** What was found: a character as `U+202E`, the number of a glyph, or the format of a file. */
  found: string
  /** Characters (UTF-16 units) from 1. */
  position: number
}

const codeOf = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

const refusals: readonly { what: Unplain; pattern: RegExp; name?: (found: string) => string }[] = [
  { what: 'control-character', pattern: /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/, name: codeOf },
  { what: 'reversed', pattern: /\u202e/, name: codeOf },
  { what: 'private-use', pattern: /[\ue000-\uf8ff]/, name: codeOf },
  { what: 'glyph', pattern: /\(cid:\d{1,5}\)/ },
  {
    what: 'file',
    pattern: /^\s{0,20}\{\\rtf\d|^\s{0,20}%PDF-\d/,
    name: (found) => (found.includes('rtf') ? 'RTF' : 'PDF'),
  },
]

/**
 * Why the text cannot be plain, with the position; `undefined` when it can. `given` is the source of the text: positions refer to it,
 * where it contains what is refused.
 */
export const refusalOf = (text: string, given = text): Refusal | undefined => {
  for (const { what, pattern, name = String } of refusals) {
    const match = pattern.exec(text)
    if (!match) continue
    const place = given.indexOf(match[0])
    return { what, found: name(match[0]), position: (place === -1 ? match.index : place) + 1 }
  }
  return undefined
}

/** Without what is refused, for texts from before it was. */
export const withoutRefused = (text: string): string =>
  refusals.reduce((rest, { pattern }) => rest.replaceAll(new RegExp(pattern, `g${pattern.flags}`), ''), text)
