import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type TestCounts, testCounts } from './test-counts.ts'

/** Runs a command that runs tests, with its output passed on. One that breaks off without a failed test counts as a failure. */
export const runTests = (
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<TestCounts> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      process.stdout.write(chunk)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const counts = testCounts(Buffer.concat(chunks).toString())
      if (code !== 0 && counts.failed === 0) {
        console.error(`${command} ${args.join(' ')} broke off without a count; that counts as one failure.`)
        counts.failed = 1
      }
      resolve(counts)
    })
  })
