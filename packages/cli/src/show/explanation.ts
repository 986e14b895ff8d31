import type { Explanation, TextPlace } from '@techbridge/contracts'
import type { MatchItem } from './match-table.ts'
import { plain } from './text.ts'

const points = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(share).toFixed(2)}`

const placed = ([first, ...more]: readonly TextPlace[]) => {
  if (!first) return '–'
  const { field, language, item, start, end } = first
  const at = `${field}${item === undefined ? '' : `[${item}]`}.${language}:${start}–${end}`
  return more.length > 0 ? `${at} and ${more.length} more` : at
}

/** An explanation by its parts, each line with what it is worth in the score. */
export const explanationText = (
  { need, offer, status }: Pick<MatchItem, 'need' | 'offer' | 'status'>,
  { language, draft, score, reasons, against, missing, changes = [] }: Explanation,
): string => {
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : [])
  return [
    `${need.title} ← ${offer.title}`,
    `${status}, score ${score?.toFixed(2) ?? '–'}; in ${language}${draft ? ', a draft that no speaker has read yet' : ''}`,
    ...part(
      'For it',
      reasons.flatMap(({ share, name, text, terms = [] }) => [
        `  ${points(share)}  ${name}: ${text}`,
        ...terms.map(
          (term) =>
            `         ${term.need === term.offer ? term.need : `${term.need} = ${term.offer}`} ${points(term.share)}: need ${placed(term.needPlaces)}, offer ${placed(term.offerPlaces)}`,
        ),
      ]),
    ),
    ...part(
      'Against it',
      against.map(({ lost, text }) => `  ${lost === undefined ? '     ' : points(-lost)}  ${text}`),
    ),
    ...part(
      'Not stated',
      missing.map(({ text }) => `         ${text}`),
    ),
    ...part(
      'What would change it',
      changes.map(({ change, text }) => `  ${points(change)}  ${text}`),
    ),
  ]
    .map((line) => plain(line))
    .join('\n')
}
