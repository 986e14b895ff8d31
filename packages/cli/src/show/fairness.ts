import type { FairnessMeasure, FairnessReport } from '@techbridge/contracts'
import Table from 'cli-table3'
import { plain } from './text.ts'

const titles: Record<FairnessMeasure, string> = {
  exposure: 'Exposure: published profiles that were ever proposed',
  approval: 'Approval: matches that an officer approved, of those decided on',
  agreement: 'Agreement: approved matches that ended in agreement, of those that ended',
}

const percent = (share: number) => `${Math.round(share * 100)} %`
type Tables = FairnessReport['tables']
type Rate = NonNullable<Tables[number]['total']>
const rateOf = (rate: Rate | undefined) =>
  rate
    ? [`${rate.count} of ${rate.of}`, percent(rate.share), `${percent(rate.low)} to ${percent(rate.high)}`]
    : ['withheld', '–', '–']

/** Each measure as a table, with what is withheld and why. */
export const fairnessText = ({ tables, least }: FairnessReport): string => {
  const parts = Object.entries(titles).flatMap(([measure, title]) => {
    const table = new Table({
      head: ['side', 'by', 'group', 'count', 'share', '95 % interval'],
      style: { head: [], border: [] },
    })
    for (const { side, by, total, groups, withheld } of tables.filter((one) => one.measure === measure)) {
      if (groups.length === 0 && withheld.length === 0) continue
      for (const { group, ...rate } of groups) table.push([side, by, plain(group), ...rateOf(rate)])
      if (withheld.length > 0) table.push([side, by, plain(withheld.join(', ')), 'withheld', '–', '–'])
      table.push([side, by, 'all', ...rateOf(total)])
    }
    return [title, table.length > 0 ? table.toString() : 'Nothing to count yet.', '']
  })
  const why = `Withheld: groups with 1 to ${least - 1} of either outcome, and others without which these could be computed.`
  return [...parts, why].join('\n')
}
