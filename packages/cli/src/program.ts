import { Command, CommanderError, Option } from 'commander'
import { calendarCommand } from './commands/calendar.ts'
import { casesCommand } from './commands/cases.ts'

import { backupCommand, moveCommand, restoreCommand, upgradeCommand } from './commands/data-folder.ts'
import { deadLettersCommand } from './commands/dead-letters.ts'
import { demoCommand } from './commands/demo.ts'
import { fairnessCommand } from './commands/fairness.ts'
import { importCommand } from './commands/import.ts'
import { keysCommand } from './commands/keys.ts'
import { matchCommand } from './commands/match.ts'
import { matchesCommand } from './commands/matches.ts'
import { modelsCommand, trainCommand } from './commands/models.ts'
import { rebuildCommand } from './commands/rebuild.ts'
import { searchCommand } from './commands/search.ts'
import { exitCodeOf, explain } from './failure.ts'

const createProgram = () =>
  new Command('techbridge')
    .description('Works with a running Techbridge: plays its story, imports profiles, shows matches, searches.')
    .addOption(
      new Option('--url <url>', 'where Techbridge runs').env('TECHBRIDGE_URL').default('http://127.0.0.1:8080'),
    )
    .addOption(
      new Option('--token <token>', 'who you are; without it a development token is asked for').env('TECHBRIDGE_TOKEN'),
    )
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()

type AddCommand = (program: Command, exitWith: (code: number) => void) => unknown
const commands: AddCommand[] = [
  demoCommand,
  importCommand,
  matchesCommand,
  matchCommand,
  casesCommand,
  fairnessCommand,
  trainCommand,
  modelsCommand,
  searchCommand,
  keysCommand,
  deadLettersCommand,
  rebuildCommand,
  calendarCommand,
  backupCommand,
  restoreCommand,
  upgradeCommand,
  moveCommand,
]

/** Runs the program; resolves with its exit code. A failure is printed on stderr, without a stack. */
export const run = async (args: readonly string[]): Promise<number> => {
  const program = createProgram()
  let exitCode = 0
  const exitWith = (code: number) => {
    exitCode = code
  }
  for (const command of commands) command(program, exitWith)
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    console.error(explain(error, program.opts().url))
    return exitCodeOf(error)
  }
}
