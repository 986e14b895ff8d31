/** Where characters of ASCII move to, in a private-use plane. */
const plane = 0xf0000

/**
 * FTS5's `ascii` tokenizer splits at every ASCII character but letters and digits and folds A to Z; all other characters
 * belong to tokens as they are. So the characters that it would split at or fold move to a private-use plane, and a token
 * of any characters stays one token and itself. It also leaves nothing in a token that a query could take for syntax.
 */
const encode = (token: string): string =>
  token.replace(/[\0-/:-`{-\x7f]/g, (character) => String.fromCodePoint(plane + character.charCodeAt(0)))

export const tokenizer = 'ascii'

export const encodeToken = encode

export const encodeText = (tokens: readonly string[]): string => tokens.map(encode).join(' ')

/** What `encodeText` was given, separated by spaces. */
export const decodeText = (text: string): string =>
  text.replace(/[\u{f0000}-\u{f007f}]/gu, (character) =>
    String.fromCharCode((character.codePointAt(0) ?? plane) - plane),
  )

/** An FTS5 expression: any of the phrases, each in any of the columns. */
export const phraseExpression = (phrases: readonly (readonly string[])[], columns: readonly string[]): string =>
  `{${columns.join(' ')}} : (${phrases.map((phrase) => `"${encodeText(phrase)}"`).join(' OR ')})`
