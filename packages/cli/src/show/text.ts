import { stripVTControlCharacters, styleText } from 'node:util'

/** Text written by others, without control sequences of the terminal. */
export const plain = (text: string) => stripVTControlCharacters(text).replaceAll(/[\p{Cc}--[\t\n]]/gv, ' ')

/** On one line, cut to so many characters. */
export const brief = (text: string, max: number) => {
  const line = plain(text).replaceAll(/\s+/g, ' ').trim()
  return line.length > max ? `${line.slice(0, max - 1)}…` : line
}

/** Colours appear on a terminal only, and not with NO_COLOR. */
export const dim = (text: string) => styleText('dim', text)
export const bold = (text: string) => styleText('bold', text)
export const good = (text: string) => styleText('green', text)

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** A highlight from search, HTML-escaped with <mark>: marks become bold on a terminal and brackets elsewhere. */
export const marked = (html: string) =>
  html
    .split(/(<mark>.*?<\/mark>)/s)
    .map((part) => {
      const inner = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1]
      const text = plain((inner ?? part).replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity]!))
      if (inner === undefined) return text
      const shown = bold(text)
      return shown === text ? `[${text}]` : shown
    })
    .join('')
