import type { Command } from 'commander'
import { connectionOf } from '../connection.ts'
import { playDemo } from '../demo/play.ts'
import { Failure } from '../failure.ts'

export const demoCommand = (program: Command) =>
  program
    .command('demo')
    .description('Play the whole story, from a drafted offer to an agreement in force, and show every event of it')
    .action(async (_options, command: Command) => {
      const { url, token } = connectionOf(command)
      if (token) {
        throw new Failure(
          'The demo signs in as three people with development tokens; leave out --token and TECHBRIDGE_TOKEN.',
        )
      }
      await playDemo(url, console.log)
    })
