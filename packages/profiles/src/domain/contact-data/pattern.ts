const made: RegExp[] = []

/** Every pattern so far: a test looks at how the time that each takes grows with the text. */
export const patternsMade: readonly RegExp[] = made

/**
 * A pattern over texts in NFKC, which takes some letters apart, those with ำ and फ़ among them. What may be left out brings its
 * white space with it, `\s*(?:id\s*)?` and not `\s*(?:id)?\s*`, and no two alternatives of what is repeated begin alike:
 * otherwise the same text is read in many ways, one after the other.
 */
export const pattern = (sources: readonly string[], flags = 'giu'): RegExp => {
  const one = new RegExp(sources.join('|').normalize('NFKC'), flags)
  made.push(one)
  return one
}

/** Alternatives in a group; a space may be any white space. */
export const anyOf = (words: string): string => `(?:${words.split(' ').join('|').replaceAll('_', '\\s+')})`
