import { matchesApi } from '@techbridge/contracts'
import type { Command } from 'commander'
import { connectionOf, signIn } from '../connection.ts'
import { learningText, modelsText } from '../show/models.ts'

export const trainCommand = (program: Command) =>
  program
    .command('train')
    .description('Fit the score on what officers and parties decided, and see whether it is better than now')
    .option('--install', 'score and propose by it if it is better')
    .option('--shadow', 'let it score beside the current model if it is better, proposing nothing')
    .action(async ({ install, shadow }: { install?: boolean; shadow?: boolean }, command: Command) => {
      if (install && shadow) command.error('error: choose --install or --shadow, not both')
      const client = await signIn(connectionOf(command), 'admin')
      const as = install ? 'current' : shadow ? 'shadow' : undefined
      const { body } = await client.call(matchesApi.learn, { body: { ...(as && { install: as }) } })
      console.log(learningText(body, as))
    })

export const modelsCommand = (program: Command) =>
  program
    .command('models')
    .description('Show the models that score matches, or go back to the former one')
    .option('--back', 'make the former model the current one again')
    .action(async ({ back }: { back?: boolean }, command: Command) => {
      const client = await signIn(connectionOf(command), 'admin')
      const { body: models } = await client.call(matchesApi.models)
      if (!back) return console.log(modelsText(models))
      const { body } = await client.call(matchesApi.restoreModel, { query: { from: models.current } })
      console.log(modelsText(body))
    })
