import { keyDays, membersApi, tokenRole, tokensApi } from '@techbridge/contracts'
import { type Command, Option } from 'commander'
import { connectionOf, visit } from '../connection.ts'
import { Failure } from '../failure.ts'
import { count } from '../options.ts'

/** A client of who looks after the people: development users are members of nothing. */
const managerOf = (command: Command) => {
  const connection = connectionOf(command)
  if (connection.token) return visit(connection)
  throw new Failure('Give the token of a manager of the organisation with --token or TECHBRIDGE_TOKEN.')
}

export const keysCommand = (program: Command) => {
  const keys = program.command('keys').description('API keys of an organisation, for those who look after its people')

  keys
    .command('list')
    .description('List the keys that count')
    .argument('<organisation>', 'id of the organisation')
    .action(async (id: string, _: object, command: Command) => {
      const { body } = await managerOf(command).call(membersApi.members, { params: { id } })
      const lines = body.keys.map((key) =>
        [key.id, key.role, `until ${key.until.slice(0, 10)}`, `last used ${key.usedOn ?? 'never'}`, key.name].join(
          '  ',
        ),
      )
      console.log(lines.length > 0 ? lines.join('\n') : 'No keys.')
    })

  keys
    .command('make')
    .description('Make a key; it is shown this once')
    .argument('<organisation>', 'id of the organisation')
    .requiredOption('--name <name>', 'the program that uses it')
    .addOption(new Option('--role <role>', 'for which side it acts').choices(tokenRole.options).makeOptionMandatory())
    .option('--days <n>', 'days for which it counts', count(1, keyDays.most), keyDays.usual)
    .action(async (id: string, { name, role, days }, command: Command) => {
      const client = managerOf(command)
      const { etag } = await client.call(membersApi.members, { params: { id } })
      const { body } = await client.call(membersApi.makeKey, {
        params: { id },
        body: { name, role, days },
        ...(etag && { ifMatch: etag }),
      })
      console.log(body.key)
    })

  keys
    .command('revoke')
    .description('End a key, and the tokens that were issued for it')
    .argument('<organisation>', 'id of the organisation')
    .argument('<key>', 'id of the key')
    .action(async (id: string, key: string, _: object, command: Command) => {
      const client = managerOf(command)
      const { etag } = await client.call(membersApi.members, { params: { id } })
      await client.call(membersApi.revokeKey, { params: { id }, body: { key }, ...(etag && { ifMatch: etag }) })
      console.log(`${key} counts no longer.`)
    })

  keys
    .command('token')
    .description('Exchange a key for a token of five minutes')
    .addOption(new Option('--key <key>', 'the key').env('TECHBRIDGE_KEY').makeOptionMandatory())
    .action(async ({ key }: { key: string }, command: Command) => {
      const { body } = await visit(connectionOf(command)).call(tokensApi.exchangeToken, { body: { key } })
      console.log(body.access_token)
    })
}
