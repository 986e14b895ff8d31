import { toPlainLine } from '@techbridge/plain-text'

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The text without markup and with single spaces, so that no tag or entity is cut through, cut to at most `max` UTF-16 units: after a sentence, else after a word with an ellipsis. */
export const cutAtSentence = (text: string, max: number): string => {
  const tidy = toPlainLine(text)
  if (tidy.length <= max) return tidy
  let end = 0
  for (const { index, segment } of sentences.segment(tidy)) {
    if (index + segment.trimEnd().length > max) break
    end = index + segment.length
  }
  return end > 0 ? tidy.slice(0, end).trim() : cutAtWord(tidy, max)
}

/** The text cut to at most `max` UTF-16 units after a word, with an ellipsis. */
export const cutAtWord = (text: string, max: number): string => {
  if (text.length <= max) return text
  const head = text.slice(0, max - 1)
  const space = head.lastIndexOf(' ')
  const end = space > 0 ? space : max - 1
  return `${head
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}

/** Lower-case words joined by hyphens, for ids and keys. */
export const slug = (text: string, max: number): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replaceAll(/^-+|-+$/g, '')
