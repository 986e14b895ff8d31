/** UTF-16 offsets, the end not included. */
export interface Span {
  from: number
  to: number
}

/** Where a sentence ends, in all scripts; not the dots of titles, names and abbreviations. */
const ends =
  /\n|[。！？；;।။!?]|(?<![\s.(]\p{L})(?<!(?<!\p{L})(?:dr|mr|ms|mrs|prof|assoc|asst|tel|no|st|co|ltd|inc|corp|ext|fax|mob|dept|univ|approx|fig|vs|pp?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.(?=\s|$)|។/giu

/** The sentences of a text, with the sign that ends each. */
export function* sentences(text: string): Generator<Span> {
  let from = 0
  for (const { 0: end, index } of text.matchAll(ends)) {
    const to = index + end.length
    if (to > from) yield { from, to }
    from = to
  }
  if (from < text.length) yield { from, to: text.length }
}
