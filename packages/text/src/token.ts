/** A term of a text. `start` and `end` are UTF-16 offsets of its surface form in the given text. No term has white space. */
export interface Token {
  term: string
  start: number
  end: number
}

export const byPlace = (a: Token, b: Token) => a.start - b.start || a.end - b.end
