import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type TestCounts, testCounts } from './test-counts.ts'

/** No suite is silent for so long unless it hangs. */
const longestSilenceMs = 15 * 60_000
const graceMs = 10_000

interface Options {
  environment?: Record<string, string>
  silenceMs?: number
  print?: (chunk: Buffer) => unknown
}

/**
 * Runs a command that runs tests, with its output passed on. One that breaks off without a failed test counts as a failure, and so does
 * one that falls silent: it is ended with everything it started, so that what it printed before is still counted.
 */
export const runTests = (
  command: string,
  args: string[],
  { environment = {}, silenceMs = longestSilenceMs, print = (chunk) => process.stdout.write(chunk) }: Options = {},
): Promise<TestCounts> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    const signalAll = (signal: NodeJS.Signals) => {
      try {
        process.kill(-child.pid!, signal)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
      }
    }
    const onSignal = (signal: NodeJS.Signals) => signalAll(signal)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)

    const whole = `${command} ${args.join(' ')}`
    const silence = setTimeout(() => {
      console.error(`${whole} printed nothing for ${silenceMs / 60_000} minutes and is ended.`)
      signalAll('SIGTERM')
      setTimeout(() => {
        signalAll('SIGKILL')
        child.stdout.destroy()
      }, graceMs).unref()
    }, silenceMs)

    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      silence.refresh()
      chunks.push(chunk)
      print(chunk)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(silence)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal)
      const counts = testCounts(Buffer.concat(chunks).toString())
      if (code !== 0 && counts.failed === 0) {
        console.error(`${whole} broke off without a count; that counts as one failure.`)
        counts.failed = 1
      }
      resolve(counts)
    })
  })
