import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { closingLine, testCounts } from './test-counts.ts'

/** Runs a command with its output passed on, and gives that output with the exit code. */
const run = (command: string, args: string[]) =>
  new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      process.stdout.write(chunk)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })

const { code, output } = await run('turbo', ['run', 'test', 'test:tools', '--continue', ...process.argv.slice(2)])
const counts = testCounts(output)
if (code !== 0 && counts.failed === 0) {
  console.error('The tests of a workspace broke off without a count; they count as one failure.')
  counts.failed = 1
}
if (counts.passed === 0) console.error('No test passed.')

console.log(closingLine(counts))
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
