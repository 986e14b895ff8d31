import { normaliseControls, plainCharacters } from './characters.ts'
import { stripHtml } from './html.ts'
import { joinLines } from './hyphens.ts'
import { stripMarkdown } from './markdown.ts'
import { stripOfficeText } from './office.ts'

/** Text without any of these is already plain. */
const suspicious =
  /[<&*_`~#[{\r¬·\u25cf\u25aa\u25a0\u25e6\0-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufb00-\ufb06\ufdd0-\ufdef\ufeff\ufff9-\uffff\udb40]|[-=]{3}|(?:^|\n)[ \t]*[§Øo][ \t\xa0]|[-‐][ \t]{0,9}\n|\(cid:|X-NONE|Error!|HYPERLINK|PAGEREF|ADDIN|FORM(?:TEXT|CHECKBOX|DROPDOWN)|EMBED |TOC \\|MicrosoftInternetExplorer|[ \t]\n|\n{3}/

/** Rounds in which markup hidden by markup is uncovered. Deeper nesting is deliberate, and loses the characters that could be markup. */
const maxRounds = 8

const round = (text: string): string =>
  tidy(joinLines(plainCharacters(stripMarkdown(stripOfficeText(stripHtml(normaliseControls(text)))))))

/** Blank lines one at a time, no spaces before a line break. */
const tidy = (text: string): string =>
  text.replaceAll(/[ \t\n]+/g, (space) => {
    const newlines = space.split('\n').length - 1
    if (newlines === 0) return space
    return (newlines > 1 ? '\n\n' : '\n') + space.slice(space.lastIndexOf('\n') + 1)
  })

/**
 * HTML, Markdown and the residues of Word and PDF as plain text. Never throws; takes time linear in the length of the text; leaves
 * plain text unchanged. What cannot be made plain stays, and `refusalOf` reports it.
 */
export const toPlainText = (text: string): string => {
  let rest = text.trim()
  for (let rounds = 0; rounds < maxRounds; rounds++) {
    if (!suspicious.test(rest)) return rest
    const next = round(rest).trim()
    if (next === rest) return rest
    rest = next
  }
  rest = rest.replaceAll(/[<>&*_`~[\]{}#\\|]/g, '')
  for (let rounds = 0; rounds < maxRounds; rounds++) {
    const next = round(rest).trim()
    if (next === rest) break
    rest = next
  }
  return rest
}

/** The same on one line, in which what stood on several may be markup. */
export const toPlainLine = (text: string): string => {
  let line = oneLine(toPlainText(text))
  for (let rounds = 0; rounds < maxRounds; rounds++) {
    const next = oneLine(toPlainText(line))
    if (next === line) break
    line = next
  }
  return line
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
