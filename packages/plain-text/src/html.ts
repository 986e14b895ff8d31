import { decodeHTMLStrict } from 'entities'
import { cells, dropped, lines, paragraphs } from './elements.ts'
import { shifted } from './raised.ts'
import { attributeValue, endTags, type Tag, tagAt } from './tags.ts'

/** Marks of a writer's own, out of Unicode: no text has them, because they are refused or removed before. */
const lineBreak = '\ufdd0'
const paragraphBreak = '\ufdd1'
const forcedBreak = '\ufdd2'

/** Longer content of `sup` and `sub` is no index or exponent. */
const longestShift = 40
/** Tags within one another that are told apart. */
const deepest = 200

const entity = /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[A-Za-z][A-Za-z\d]{1,31});/g
/** Often written without the semicolon. */
const bareEntity = /&(nbsp|amp|lt|gt|quot)(?![\w;=])/g
const ampersands = /&(?:(?:amp|#0*38|#[xX]0*26);)+/g

/** Entities with a semicolon become what they stand for, also those escaped several times. `AT&T` and `?a=1&copy=2` stay. */
const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text
        .replaceAll(ampersands, '&')
        .replaceAll(bareEntity, '&$1;')
        .replaceAll(entity, (one) => decodeHTMLStrict(one))
    : text

/** HTML and Word's XML as text: lists, paragraphs and tables become lines. Anything that is not a tag of a known element stays. */
export const stripHtml = (text: string): string =>
  text.includes('<') ? createWriter(text).run() : decodeEntities(text)

const createWriter = (text: string) => {
  const nextEnd = endTags(text)
  let out = ''
  /** Its last character. Reading that from a string that grows would copy the whole string each time. */
  let last = ''
  let hasBlocks = false
  /** Outputs that wait for the end of their `sup` or `sub`. */
  const shifts: { kind: 'sup' | 'sub'; before: string; lastBefore: string }[] = []
  /** Next number of each open `ol`, `undefined` for `ul`. */
  const lists: (number | undefined)[] = []
  let lastComment = 0

  const write = (part: string) => {
    out += part
    last = part.at(-1) ?? last
  }
  const endShift = () => {
    const { kind, before, lastBefore } = shifts.pop()!
    const isLong = out.length > longestShift
    const content = isLong ? out : shifted(kind, out)
    last = (isLong ? last : content.at(-1)) ?? lastBefore
    out = before + content
  }
  const open = ({ name, attributes, closing }: Tag) => {
    if (name === 'sup' || name === 'sub') {
      if (closing) {
        if (shifts.at(-1)?.kind === name) endShift()
      } else if (shifts.length < deepest) {
        shifts.push({ kind: name, before: out, lastBefore: last })
        out = ''
        last = ''
      }
      return
    }
    if (name === 'ol' || name === 'ul') {
      if (closing) lists.pop()
      else if (lists.length < deepest) lists.push(name === 'ol' ? 1 : undefined)
    }
    if (name === 'br' || name === 'hr') {
      write(name === 'br' ? forcedBreak : paragraphBreak)
    } else if (cells.has(name)) {
      if (!closing && /[^\s\ufdd0-\ufdd2]/.test(last)) write(' | ')
    } else if (name === 'li' && !closing) {
      hasBlocks = true
      const number = lists.at(-1)
      if (number !== undefined) lists[lists.length - 1] = number + 1
      write(`${lineBreak}${number === undefined ? '-' : `${number}.`} `)
    } else if (paragraphs.has(name) || lines.has(name)) {
      hasBlocks = true
      write(paragraphs.has(name) ? paragraphBreak : lineBreak)
    } else if (name === 'img' && !closing) {
      write(decodeEntities(attributeValue(attributes, 'alt')))
    } else if (name === 'rt') {
      write(closing ? ')' : '(')
    }
  }

  /** Where the comment, declaration or instruction that begins here ends; `undefined` when there is none. */
  const endOfDeclaration = (at: number): number | undefined => {
    if (text.startsWith('<!--', at)) {
      if (lastComment !== -1 && lastComment < at + 4) lastComment = text.indexOf('-->', at + 2)
      return lastComment === -1 ? at + 4 : Math.max(lastComment + 3, at + 4)
    }
    const match = matchDeclaration(text, at)
    return match === undefined ? undefined : at + match
  }

  const run = () => {
    let from = 0
    for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
      const skipped = endOfDeclaration(at)
      const tag = skipped === undefined ? tagAt(text, at, nextEnd) : undefined
      if (skipped === undefined && !tag) {
        at += 1
        continue
      }
      write(decodeEntities(text.slice(from, at)))
      at = skipped ?? tag!.end
      if (tag) {
        const end = !tag.closing && dropped.has(tag.name) ? nextEnd(tag.name, at) : -1
        if (end !== -1) at = end
        else open(tag)
      }
      from = at
    }
    write(decodeEntities(text.slice(from)))
    while (shifts.length > 0) {
      const { before } = shifts.pop()!
      out = before + out
    }
    return layOut(text.includes('<![CDATA[') ? out.replaceAll(']]>', '') : out, hasBlocks)
  }
  return { run }
}

const declaration =
  /<(?:!(?:doctype\b|\[(?:if|endif)\b|\[CDATA\[|(?:element|attlist|entity)\b)|\?(?:xml|mso|import|php)\b)/iy
const endOfMost = /[^<>]*>/y

const matchDeclaration = (text: string, at: number): number | undefined => {
  declaration.lastIndex = at
  const [begin] = declaration.exec(text) ?? []
  if (begin === undefined) return undefined
  if (/cdata/i.test(begin)) return begin.length
  endOfMost.lastIndex = at + begin.length
  const [rest = ''] = endOfMost.exec(text) ?? []
  return begin.length + rest.length
}

/** Where blocks make the lines, a single line break in the source is a space. Blank lines and lines of lists stay. */
const layOut = (written: string, hasBlocks: boolean): string => {
  const lists = hasBlocks ? written.replaceAll(itemStart, '$1') : written
  return lists.replaceAll(/[ \t\n\ufdd0-\ufdd2]+/g, (space, at: number) => {
    const isBreak = /[\ufdd0-\ufdd2]/.test(space)
    if (isBreak) {
      const isParagraph =
        space.includes(paragraphBreak) || /\n[ \t]*\n/.test(space) || space.split(forcedBreak).length > 2
      return isParagraph ? '\n\n' : '\n'
    }
    const newlines = space.split('\n').length - 1
    if (!hasBlocks || newlines === 0) return space
    if (newlines > 1) return '\n\n'
    // The line end of a word that is cut there is looked at later.
    if (/\p{L}[-‐\u00ad]$/u.test(lists.slice(Math.max(0, at - 3), at))) return '\n'
    return /^(?:[-*•]|\d{1,3}[.)])/.test(lists.slice(at + space.length, at + space.length + 4)) ? '\n' : ' '
  })
}

/** What stands between the mark of an item and its text, unless the next item follows. */
const itemStart = /(\ufdd0(?:-|\d+\.) )[ \t\n\ufdd0-\ufdd2]+(?!(?:-|\d+\.) )/g
