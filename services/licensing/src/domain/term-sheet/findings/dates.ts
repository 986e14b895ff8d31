import { message, type Terms } from '@techbridge/contracts'
import { error, type Finding, warning } from './finding.ts'

interface Dated {
  place: string
  date: string
}

/** Days by which something is to be done, or on which it happens. */
const datesOf = ({ milestones, diligence, option, contributions, phases, indicators, sessions }: Terms): Dated[] => [
  ...(milestones?.list ?? []).map(({ due }, at) => ({ place: `milestones.list.${at}.due`, date: due })),
  ...(diligence?.by ? [{ place: 'diligence.by', date: diligence.by }] : []),
  ...(option ? [{ place: 'option.until', date: option.until }] : []),
  ...(contributions?.list ?? []).flatMap(({ due }, at) =>
    due ? [{ place: `contributions.list.${at}.due`, date: due }] : [],
  ),
  ...(phases?.list ?? []).map(({ end }, at) => ({ place: `phases.list.${at}.end`, date: end })),
  ...(indicators?.list ?? []).map(({ due }, at) => ({ place: `indicators.list.${at}.due`, date: due })),
  ...(sessions?.list ?? []).map(({ end }, at) => ({ place: `sessions.list.${at}.end`, date: end })),
]

const order = (place: string, start: string, end: string | undefined): Finding[] =>
  end !== undefined && end < start
    ? [error(message('terms.dates-order', { start, end }), `${place}end`, `${place}start`)]
    : []

/** What ends before it begins, and what lies outside the term. Days in ISO 8601 sort as text. */
export const dateFindings = (terms: Terms): Finding[] => {
  const { term, phases, sessions } = terms
  const inOrder = [
    ...(term ? order('term.', term.start, term.end) : []),
    ...(phases?.list ?? []).flatMap(({ start, end }, at) => order(`phases.list.${at}.`, start, end)),
    ...(sessions?.list ?? []).flatMap(({ start, end }, at) => order(`sessions.list.${at}.`, start, end)),
  ]
  if (!term) return inOrder
  const { start, end } = term
  const outside = datesOf(terms).flatMap(({ place, date }) => {
    if (end !== undefined && date > end) return [error(message('terms.after-end', { date, end }), place, 'term.end')]
    return date < start ? [warning(message('terms.before-start', { date, start }), place, 'term.start')] : []
  })
  return [...inOrder, ...outside]
}
