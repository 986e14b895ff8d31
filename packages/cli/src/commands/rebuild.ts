import { matchesApi, searchApi } from '@techbridge/contracts'
import { Argument, type Command } from 'commander'
import { connectionOf, signIn } from '../connection.ts'

const models = { matching: matchesApi.rebuild, search: searchApi.rebuild }

export const rebuildCommand = (program: Command) =>
  program
    .command('rebuild')
    .description('Rebuild a read model from the event log while it serves (admins)')
    .addArgument(new Argument('<model>', 'which one').choices(Object.keys(models)))
    .action(async (model: keyof typeof models, _options, command: Command) => {
      const client = await signIn(connectionOf(command), 'admin')
      const { body } = await client.call(models[model], {})
      console.log(`Rebuilt ${body.model} from ${body.events} events.`)
    })
