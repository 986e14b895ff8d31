import type { matchesApi } from '@techbridge/contracts'
import Table from 'cli-table3'
import type { z } from 'zod'
import { plain } from './text.ts'

export type MatchItem = z.output<typeof matchesApi.list.response>['items'][number]

/** Matches with the strongest reasons for each; `withIds` adds what is needed to act on one. */
export const matchTable = (items: readonly MatchItem[], { withIds = false } = {}): string => {
  const table = new Table({
    head: ['score', 'need', 'offer', 'why'],
    colWidths: [7, 38, 38, 42],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  })
  for (const match of items) {
    const { id, status, score, need, offer, features } = match
    const best = features.toSorted((one, other) => other.contribution - one.contribution).slice(0, 2)
    const reasons = plain(best.map(({ why }) => why).join(' '))
    table.push([
      score?.toFixed(2) ?? '–',
      plain(`${need.organisation?.country ?? '–'} ${need.title}`),
      plain(`${offer.organisation?.country ?? '–'} ${offer.title}`),
      withIds ? `${status} ${id}\n${dueOf(match)}${reasons}` : reasons,
    ])
  }
  return table.toString()
}

const dueOf = ({ answerBy, answerByCalendar }: MatchItem) => {
  if (!answerBy) return ''
  const isProvisional = answerByCalendar && answerByCalendar.standing !== 'announced'
  return `answer by ${answerBy.slice(0, 10)}${isProvisional ? ', provisional' : ''}\n`
}
