import { type CommandOptions, runCommand } from './run-command.ts'
import { type TestCounts, testCounts } from './test-counts.ts'

/** Runs a command that runs tests, and counts them. One that breaks off without a failed test counts as a failure. */
export const runTests = async (command: string, args: string[], options?: CommandOptions): Promise<TestCounts> => {
  const { code, output } = await runCommand(command, args, options)
  const counts = testCounts(output)
  if (code === 0 || counts.failed > 0) return counts
  console.error(`${[command, ...args].join(' ')} broke off without a count; that counts as one failure.`)
  return { ...counts, failed: 1 }
}
