import type { Summary } from '../import/tally.ts'
import { brief } from './text.ts'

/** The result of an import, with the first refusals and the path of the full report. */
export const importSummary = (summary: Summary, report: string): string => {
  const { created, unchanged, refused, passedOver, textsChanged, firstRefusals } = summary
  const counts = [
    `created ${created}`,
    `unchanged ${unchanged}`,
    `refused ${refused}`,
    ...(passedOver > 0 ? [`done earlier ${passedOver}`] : []),
  ]
  const refusals = firstRefusals
    .toSorted((one, other) => one.row - other.row)
    .flatMap(({ row, key, errors = [] }) =>
      errors.map(({ path, message }) => `  ${brief(`row ${row}${key ? ` (${key})` : ''}  ${path}: ${message}`, 200)}`),
    )
  return [
    counts.join(', '),
    ...(textsChanged > 0 ? [`${textsChanged} ${textsChanged === 1 ? 'text was' : 'texts were'} made plain`] : []),
    ...(refused > 0 ? ['', refused > firstRefusals.length ? 'The first refusals:' : 'Refused:', ...refusals] : []),
    '',
    `Every row: ${report}`,
  ].join('\n')
}
