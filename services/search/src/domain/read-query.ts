/** What somebody wrote into the one field of a search, part by part. */
export interface WrittenQuery {
  /** What stands between phrases and exclusions. */
  words: string[]
  /** What stands in quotes. */
  phrases: string[]
  /** What has a minus, with or without quotes. */
  without: { text: string; inQuotes: boolean }[]
}

/** Keyboards and programs give any of these, and do not always pair them. */
const mark = '["“”„‟＂〝〞〟]'
const notMark = '[^"“”„‟＂〝〞〟]'

/** A mark after a digit and before no word says inches or seconds. One that is not closed goes up to the end. */
const quoted = [
  `(?:(?<!\\p{Nd})${mark}|${mark}(?=[\\p{L}\\p{N}]))${notMark}*(?:${mark}|$)`,
  '«[^»]*(?:»|$)',
  '»[^«»]+«',
  '「[^」]*(?:」|$)',
  '『[^』]*(?:』|$)',
].join('|')

/** Before a word or a quote, and behind none: the hyphen of X-ray is not a minus, nor is the sign of -20. Dashes of sentences are none. */
const minus = '(?<![^\\s,，、;；(（])[-−－﹣‐‑]'

const parts = new RegExp(
  `(?<excluding>${minus})?(?<quoted>${quoted})|${minus}(?<excluded>\\p{L}[^\\s,，、;；"“”„‟＂]*)`,
  'gu',
)

const says = /[\p{L}\p{N}]/u

/** Reads any text. A minus that stands alone is passed over, and so are quotes with nothing in them. Takes time linear in the length. */
export const readQuery = (q: string): WrittenQuery => {
  const read: WrittenQuery = { words: [], phrases: [], without: [] }
  let at = 0
  const readWords = (to: number) => {
    const between = q.slice(at, to).trim()
    if (says.test(between)) read.words.push(between)
  }
  for (const { 0: part, index, groups = {} } of q.matchAll(parts)) {
    readWords(index)
    at = index + part.length
    const inQuotes = groups.quoted !== undefined
    const text = inQuotes ? withoutMarks(groups.quoted ?? '') : (groups.excluded ?? '')
    if (!says.test(text)) continue
    if (!inQuotes || groups.excluding !== undefined) read.without.push({ text, inQuotes })
    else read.phrases.push(text)
  }
  readWords(q.length)
  return read
}

const withoutMarks = (text: string) => text.replace(/^["“”„‟＂〝〞〟«»「『]|["“”„‟＂〝〞〟«»」』]$/gu, '').trim()
