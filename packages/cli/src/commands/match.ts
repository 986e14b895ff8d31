import { matchesApi } from '@techbridge/contracts'
import type { Command } from 'commander'
import { connectionOf, signIn } from '../connection.ts'
import { explanationText } from '../show/explanation.ts'

export const matchCommand = (program: Command) =>
  program
    .command('match')
    .description('Show why a match was proposed')
    .argument('<id>', 'of the match, as "matches" lists it')
    .option('--lang <tag>', 'language of the explanation: en, zh, th, vi, lo, km, my or id')
    .action(async (id: string, { lang }, command: Command) => {
      const client = await signIn(connectionOf(command), 'officer')
      const { body: match } = await client.call(matchesApi.get, { params: { id } })
      const { body } = await client.call(matchesApi.explain, { params: { id }, query: { lang } })
      console.log(explanationText(match, body))
    })
