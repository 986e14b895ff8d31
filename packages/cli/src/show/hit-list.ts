import type { searchApi } from '@techbridge/contracts'
import type { z } from 'zod'
import { bold, brief, dim, marked } from './text.ts'

type Found = z.output<typeof searchApi.search.response>

/** The hits of a search, with the fragments that were found. */
export const hitList = ({ items, total, facets }: Found): string => {
  if (total === 0) return 'Nothing found.'
  const counts = facets.country.map(({ value, count }) => `${value} ${count}`).join(', ')
  return [`${items.length} of ${total} found (${counts})`, ...items.map(hit)].join('\n\n')
}

const hit = (one: Found['items'][number]) => {
  const { kind, reference, title, summary, highlights, country, organisation, sector, trl, deadline, id } = one
  const facts = [
    organisation?.name ?? 'anonymous',
    country,
    `sector ${sector}`,
    ...(trl ? [`TRL ${trl}`] : []),
    ...respondBy(deadline),
  ]
  const text = highlights.length > 0 ? highlights.map(marked).join(' … ') : brief(summary, 200)
  return `${bold(`${reference}  ${brief(title, 100)}`)}\n  ${text}\n  ${dim(`${kind} · ${brief(facts.join(' · '), 150)} · ${id}`)}`
}

const respondBy = (deadline: Found['items'][number]['deadline']) =>
  deadline
    ? [deadline.passed ? `responses were due by ${deadline.date}` : `respond by ${deadline.date}, ${deadline.zone}`]
    : []
