import { groupNames, operationsApi } from '@techbridge/contracts'
import { type Command, Option } from 'commander'
import { connectionOf, signIn } from '../connection.ts'
import { count } from '../options.ts'
import { pages } from '../pages.ts'
import { brief, plain } from '../show/text.ts'

export const deadLettersCommand = (program: Command) => {
  const deadLetters = program.command('dead-letters').description('Events that a service could not handle (admins)')
  const admin = (command: Command) => signIn(connectionOf(command), 'admin')

  deadLetters
    .command('list', { isDefault: true })
    .description('List them, newest first')
    .addOption(new Option('--group <group>', 'only those of one consumer group').choices(groupNames))
    .option('--limit <n>', 'at most this many', count(1, 1000), 20)
    .action(async ({ group, limit }, command: Command) => {
      const items = await pages(await admin(command), operationsApi.deadLetters, { group }, limit)
      if (items.length === 0) return console.log('No dead letters.')
      for (const { id, at, group, event, attempts, reason, replayedAt } of items) {
        const { type, id: eventId } = (event ?? {}) as { type?: string; id?: string }
        console.log(
          `${id}  ${at}  ${group}  ${plain(`${type} ${eventId}`)}  ${attempts} attempts${replayedAt ? `, replayed ${replayedAt}` : ''}`,
        )
        console.log(`  ${brief(reason, 200)}`)
      }
    })

  deadLetters
    .command('show <id>')
    .description('Show one with its event and the reason')
    .action(async (id: string, _options, command: Command) => {
      const { body } = await (await admin(command)).call(operationsApi.deadLetter, { params: { id } })
      console.log(plain(JSON.stringify(body, null, 2)))
    })

  deadLetters
    .command('replay <id>')
    .description('Deliver one to its group again')
    .action(async (id: string, _options, command: Command) => {
      const { body } = await (await admin(command)).call(operationsApi.replay, { params: { id } })
      console.log(`Delivered to ${body.group} again. If it fails again, it becomes a new dead letter.`)
    })
}
