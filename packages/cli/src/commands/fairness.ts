import { matchesApi } from '@techbridge/contracts'
import type { Command } from 'commander'
import { connectionOf, signIn } from '../connection.ts'
import { fairnessText } from '../show/fairness.ts'

export const fairnessCommand = (program: Command) =>
  program
    .command('fairness')
    .description('Show how matches are spread over countries, kinds of organisation and languages')
    .action(async (_, command: Command) => {
      const client = await signIn(connectionOf(command), 'officer')
      const { body } = await client.call(matchesApi.fairness)
      console.log(fairnessText(body))
    })
