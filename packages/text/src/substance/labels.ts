import { isFormal, isHeading, longestHeading } from './headings.ts'
import type { Span } from './sentences.ts'

interface Label extends Span {
  formal: boolean
}

const wordStart = /(?:^|(?<=[\s|,，.。;；:：】\]（(]))\S/g

/** The heading that ends where the colon at `colon` stands: as many of the words before it as make one. */
const labelBefore = (line: string, since: number, colon: number): Label | undefined => {
  const earliest = Math.max(since, colon - longestHeading)
  for (const { index } of line.slice(earliest, colon).matchAll(wordStart)) {
    const piece = line.slice(earliest + index, colon)
    if (isHeading(piece)) return { from: earliest + index, to: colon + 1, formal: isFormal(piece) }
  }
  return undefined
}

/** What form headings take of a line: the headings, and with those of formal fields what stands in the field. */
export const labelsIn = (line: string): Span[] => {
  const whole = line.replace(/[:：\s]+$/, '')
  if (isHeading(whole)) return [{ from: 0, to: line.length }]
  const labels: Label[] = []
  let since = 0
  for (const { index } of line.matchAll(/[:：】៖]/g)) {
    const label = labelBefore(line, since, index)
    if (label) labels.push(label)
    since = index + 1
  }
  return labels.map(({ from, to, formal }, place) => ({
    from,
    to: formal ? Math.min(endOfField(line, to), labels[place + 1]?.from ?? line.length) : to,
  }))
}

/** A field goes to the end of its line or sentence. */
const endOfField = (line: string, from: number) => {
  const end = line.slice(from).search(/[。；;।။។]|\.(?=\s)/)
  return end < 0 ? line.length : from + end
}
