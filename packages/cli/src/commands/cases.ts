import { caseStatus, casesApi } from '@techbridge/contracts'
import { type Command, Option } from 'commander'
import { connectionOf, signIn } from '../connection.ts'
import { count } from '../options.ts'
import { pages } from '../pages.ts'
import { caseTable } from '../show/case-table.ts'

export const casesCommand = (program: Command) =>
  program
    .command('cases')
    .description('List licensing cases, newest first: who is awaited for what until when')
    .addOption(new Option('--status <status>', 'only those in this status').choices(caseStatus.options))
    .option('--limit <n>', 'at most this many', count(1, 1000), 20)
    .action(async ({ status, limit }, command: Command) => {
      const client = await signIn(connectionOf(command), 'officer')
      const items = await pages(client, casesApi.list, { status }, limit)
      console.log(items.length > 0 ? caseTable(items) : 'No cases.')
    })
