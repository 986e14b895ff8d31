import type { Folded } from './fold.ts'
import type { Token } from './token.ts'
import type { Word } from './words.ts'

/** Words right before a thing that is missing: `free of copper`, `无铜`, `không chứa đồng`, `ปราศจากทองแดง`, `bebas tembaga`. */
const before = new RegExp(
  `(?:${[
    '(?<!\\p{L})(?:non[-‐‑ ]|(?:free (?:of|from)|without|devoid of|no|(?:not|never) contain(?:ing)?) )',
    '(?<!\\p{L})(?:bebas|tanpa|nir|tidak mengandung)[- ]',
    '(?<!\\p{L})(?:không (?:chứa|có|dùng|sử dụng|bị)|phi) ',
    "(?<!\\p{L})(?:sans|exempte?s? d[e’']|ohne|frei von|без) ?",
    '(?:无|不含有?|不添加|未添加|非|免) ?',
    '(?:ปราศจาก|ไม่มี|ไร้|ปลอด|ไม่ใช้|ไม่ใส่) ?',
    '(?:ປາດສະຈາກ|ບໍ່ມີ|ໄຮ້|ປອດ|ບໍ່ໃຊ້) ?',
    '(?:គ្មាន|ឥតមាន|ឥត|មិនមាន|មិនប្រើ) ?',
  ].join('|')})$`,
  'u',
)
/** And right after: `copper-free`, `kupferfrei`, `ကြေးမပါ`. */
const after =
  /^(?:[-‐‑](?:free|less|frei)(?!\p{L})| free(?! (?:of|from|to|space|radicals?|energy|flow|fall|standing|electrons?)(?!\p{L}))(?!\p{L})| ?(?:မပါ|ကင်း)|フリー|を含まない|不使用|(?:이|가)? (?:없는|없이)|[- ]?(?:मुक्त|रहित))/u
/** Before `free` these make no compound. */
const verbs = /^(?:set|break|feel|get|run|is|are|was|be|for|come|and|or|of|the|a)$/
/** Words that join two missing things: `lead- and cadmium-free`, `without lead or cadmium`. */
const coordinated = /^[-‐‑],? (?:and|or|und|oder) $/
const alternative = /^(?: (?:or|nor|atau|hoặc|oder|ou|или) | ?(?:、|或|หรือ|ຫຼື|ឬ) ?)$/
const hyphen = /^[-‐‑]$/
const longestCue = 24

/** The words that name missing things, by what precedes and what follows them. */
const negatedWords = ({ text }: Folded, all: readonly Word[]) => {
  const isBefore = all.map(({ from }) => before.test(text.slice(Math.max(0, from - longestCue), from)))
  const isAfter = all.map(({ text: word, to }) => {
    const cue = after.exec(text.slice(to, to + longestCue))?.[0]
    return cue !== undefined && !(cue === ' free' && verbs.test(word))
  })
  const between = (one: number, other: number) => text.slice(all[one]?.to, all[other]?.from)
  // A conjunction in Latin letters is a word of its own.
  for (let place = all.length - 1; place > 0; place--) {
    if (!isAfter[place]) continue
    if (hyphen.test(between(place - 1, place))) isAfter[place - 1] = true
    if (place > 1 && coordinated.test(between(place - 2, place))) isAfter[place - 2] = true
  }
  for (let place = 0; place < all.length - 1; place++) {
    if (!isBefore[place]) continue
    if (alternative.test(between(place, place + 1))) isBefore[place + 1] = true
    if (place + 2 < all.length && alternative.test(between(place, place + 2))) isBefore[place + 2] = true
  }
  return { before: all.filter((_, place) => isBefore[place]), after: all.filter((_, place) => isAfter[place]) }
}

const mark = 'not:'
const conceptPrefix = 'concept:'

/** The term for a thing that a text says is missing, different from that for the thing. */
const negated = (term: string) =>
  term.startsWith(conceptPrefix) ? `${conceptPrefix}not-${term.slice(conceptPrefix.length)}` : mark + term

/**
 * The tokens, with those negated that say what is not there. A concept is when such a word begins or ends it and what says so stands outside it;
 * where a name has it inside, as soilless culture may, neither the name nor its words are.
 */
export const withNegations = (tokens: readonly Token[], folded: Folded, all: readonly Word[]): Token[] => {
  const missing = negatedWords(folded, all)
  if (missing.before.length + missing.after.length === 0) return [...tokens]
  const concepts = tokens.filter(({ term }) => term.startsWith(conceptPrefix))
  const length = folded.end(folded.text.length)
  const [goesBefore, goesOn] = [new Uint8Array(length), new Uint8Array(length)]
  for (const { start, end } of concepts) {
    goesBefore.fill(1, start + 1, end)
    goesOn.fill(1, start, end - 1)
  }
  const starts = new Set(missing.before.map(({ start }) => start).filter((start) => !goesBefore[start]))
  const ends = new Set(missing.after.map(({ end }) => end).filter((end) => !goesOn[end - 1]))
  const gone = new Uint8Array(length)
  for (const { start, end } of [...all, ...concepts]) if (starts.has(start) || ends.has(end)) gone.fill(1, start, end)
  return tokens.map((token) =>
    gone[token.start] && gone[token.end - 1] ? { ...token, term: negated(token.term) } : token,
  )
}
