/** A pattern over texts in NFKC, which takes some letters apart, those with ำ and फ़ among them. */
export const pattern = (sources: readonly string[], flags = 'giu'): RegExp =>
  new RegExp(sources.join('|').normalize('NFKC'), flags)

/** Alternatives in a group; a space may be any white space. */
export const anyOf = (words: string): string => `(?:${words.split(' ').join('|').replaceAll('_', '\\s+')})`
