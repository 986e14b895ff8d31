/**
 * FTS5's `ascii` tokenizer splits at every ASCII character but letters and digits and folds A to Z; all other characters
 * belong to tokens as they are. So the characters that it would split at or fold move to a private-use plane, and a token
 * of any characters stays one token and itself. It also leaves nothing in a token that a query could take for syntax.
 */
const encode = (token: string): string =>
  token.replace(/[\0-/:-`{-\x7f]/g, (character) => String.fromCodePoint(0xf0000 + character.charCodeAt(0)))

export const tokenizer = 'ascii'

export const encodeToken = encode

export const encodeText = (tokens: readonly string[]): string => tokens.map(encode).join(' ')

/** An FTS5 expression: any or all of the phrases, each in any of the columns. */
export const matchExpression = (
  phrases: readonly (readonly string[])[],
  columns: readonly string[],
  require: 'any' | 'all',
): string =>
  `{${columns.join(' ')}} : (${phrases.map((phrase) => `"${encodeText(phrase)}"`).join(require === 'all' ? ' AND ' : ' OR ')})`
