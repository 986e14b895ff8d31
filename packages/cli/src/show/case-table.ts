import type { casesApi } from '@techbridge/contracts'
import Table from 'cli-table3'
import type { z } from 'zod'
import { plain } from './text.ts'

type CaseItem = z.output<typeof casesApi.list.response>['items'][number]

/** Cases with both sides, what each leads to, and who is awaited. */
export const caseTable = (items: readonly CaseItem[]): string => {
  const table = new Table({
    head: ['case', 'need', 'offer', 'awaited'],
    colWidths: [33, 30, 30, 32],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  })
  for (const one of items) {
    const { id, status, dealType, need, offer } = one
    table.push([
      [status, dealType, id].filter((part) => part !== undefined).join('\n'),
      plain(`${need.organisation.country} ${need.title}`),
      plain(`${offer.organisation.country} ${offer.title}`),
      awaitedIn(one),
    ])
  }
  return table.toString()
}

const awaitedIn = ({ awaited }: CaseItem) => {
  if (!awaited) return '–'
  const { who, actions, dueAt, calendar, escalatedAt } = awaited
  const isProvisional = calendar && calendar.standing !== 'announced'
  return [
    `${who.join(', ')}: ${actions.join(', ')}`,
    `by ${dueAt.slice(0, 10)}${isProvisional ? ', provisional' : ''}`,
    ...(escalatedAt ? [`escalated on ${escalatedAt.slice(0, 10)}`] : []),
  ].join('\n')
}
