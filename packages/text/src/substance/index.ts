import { asAscii } from './as-ascii.ts'
import { blank, blankSpans } from './blank.ts'
import { dates, weekdays } from './calendar.ts'
import { contactLines, handles, mailAddresses, telephones, webAddresses } from './contacts.ts'
import { figures, names, numbered } from './figures.ts'
import { labelsIn } from './labels.ts'
import { sentences } from './sentences.ts'
import { standards } from './standards.ts'

export { sentences } from './sentences.ts'

/** What is counted, dated or certified. */
const particulars = [mailAddresses, handles, telephones, standards, numbered, weekdays, dates, figures]
/** A longer sentence with an address in it says something else as well. */
const longestContact = 240
/** From so many particulars on, a sentence that has no more words than these only lists them. */
const listed = 3

/**
 * The text with everything that says nothing about its subject replaced by spaces: addresses and whom to write to, dates and hours,
 * pages, numbers with their units, standards and marks, headings of forms. What stays keeps its position. Never fails, takes linear
 * time.
 */
export const substanceOf = (text: string): string => {
  const plain = asAscii(text)
    .replace(webAddresses, blank)
    .replace(names, (name) => 'x'.repeat(name.length))
  const lines = plain.split('\n').map((line) => blankSpans(line, labelsIn(line)))
  const rest = lines.join('\n')
  const kept = [...sentences(rest)].map(({ from, to }) => ofSentence(rest.slice(from, to))).join('')
  return kept === text ? text : keepPlaces(text, kept)
}

/** What is left of the text where the other, of the same length, has no space. */
const keepPlaces = (text: string, kept: string): string => {
  const pieces: string[] = []
  for (const { 0: piece, index } of kept.matchAll(/ +|[^ ]+/g)) {
    pieces.push(piece.startsWith(' ') ? piece : text.slice(index, index + piece.length))
  }
  return pieces.join('')
}

const found = (text: string, pattern: RegExp) => text.search(pattern) >= 0

const ofSentence = (sentence: string): string => {
  const isContact = contactLines.test(sentence) || found(sentence, mailAddresses) || found(sentence, telephones)
  if (isContact && sentence.length <= longestContact) return blank(sentence)
  let count = 0
  let rest = sentence
  for (const pattern of particulars)
    rest = rest.replace(pattern, (match) => {
      count += 1
      return blank(match)
    })
  return count >= listed && wordsIn(rest) <= count ? blank(sentence) : rest
}

/** About how many words there are; those of scripts without spaces are some three characters long. */
const wordsIn = (text: string): number => {
  const letters = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  return letters.reduce((sum, { length, 0: first }) => sum + (unspaced.test(first!) ? Math.ceil(length / 3) : 1), 0)
}
const unspaced = /[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
