interface Refusal {
  found: RegExp
  message: (found: string, place: number) => string
}

const codeOf = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** What cannot be made plain, because nobody can tell what was meant. Places count characters (UTF-16 units) from 1. */
const refusals: readonly Refusal[] = [
  {
    found: /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/,
    message: (found, place) => `has the control character ${codeOf(found)} at character ${place}; remove it`,
  },
  {
    found: /\u202e/,
    message: (_, place) =>
      `has a mark at character ${place} that shows the text in reverse order (U+202E); remove it and write the text as it is to be read`,
  },
  {
    found: /[\ue000-\uf8ff]/,
    message: (found, place) =>
      `has a private-use character (${codeOf(found)}) at character ${place} that only one font shows; write what it stands for`,
  },
  {
    found: /\(cid:\d{1,5}\)/,
    message: (found, place) =>
      `has ${found} at character ${place}, the number of a glyph from a PDF; write what it stands for`,
  },
  {
    found: /^\s{0,20}\{\\rtf\d|^\s{0,20}%PDF-\d/,
    message: (found) => `begins as a ${found.includes('rtf') ? 'RTF' : 'PDF'} file does; send its text`,
  },
]

/**
 * Why the text cannot be plain, with the place; `undefined` when it can. `given` is what the text was made from: places are of that, where
 * what is refused stands there too.
 */
export const refusalOf = (text: string, given = text): string | undefined => {
  for (const { found, message } of refusals) {
    const match = found.exec(text)
    if (!match) continue
    const place = given.indexOf(match[0])
    return message(match[0], (place === -1 ? match.index : place) + 1)
  }
  return undefined
}

/** Without what is refused: for texts that were kept before it was. */
export const withoutRefused = (text: string): string =>
  refusals.reduce((rest, { found }) => rest.replaceAll(new RegExp(found, `g${found.flags}`), ''), text)
