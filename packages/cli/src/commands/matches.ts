import { matchesApi, matchStatus } from '@techbridge/contracts'
import { type Command, Option } from 'commander'
import { connectionOf, signIn } from '../connection.ts'
import { count } from '../options.ts'
import { pages } from '../pages.ts'
import { matchTable } from '../show/match-table.ts'

export const matchesCommand = (program: Command) =>
  program
    .command('matches')
    .description('List matches, best first')
    .addOption(new Option('--status <status>', 'only those in this status').choices(matchStatus.options))
    .option('--limit <n>', 'at most this many', count(1, 1000), 20)
    .action(async ({ status, limit }, command: Command) => {
      const client = await signIn(connectionOf(command), 'officer')
      const items = await pages(client, matchesApi.list, { status }, limit)
      console.log(items.length > 0 ? matchTable(items, { withIds: true }) : 'No matches.')
    })
