import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** No suite is silent for so long unless it hangs. */
const longestSilenceMs = 15 * 60_000

export interface CommandOptions {
  environment?: Record<string, string>
  silenceMs?: number
  /** How long the command has to end after SIGTERM. */
  graceMs?: number
  /** Ends the command when it aborts. */
  signal?: AbortSignal
  print?: (chunk: Buffer, stream: 'stdout' | 'stderr') => unknown
}

export interface CommandResult {
  /** `null` for a command that was ended by a signal. */
  code: number | null
  /** What it wrote to its standard output. */
  output: string
}

/**
 * Runs a command in the root folder and passes its output on. A command that falls silent, or is still running when `signal` aborts, is
 * ended together with everything it started.
 */
export const runCommand = (
  command: string,
  args: readonly string[],
  {
    environment = {},
    silenceMs = longestSilenceMs,
    graceMs = 10_000,
    signal,
    print = (chunk, stream) => process[stream].write(chunk),
  }: CommandOptions = {},
): Promise<CommandResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const whole = [command, ...args].join(' ')
    const signalAll = (name: NodeJS.Signals) => {
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, name)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
      }
    }
    const end = (name: NodeJS.Signals = 'SIGTERM') => {
      signalAll(name)
      setTimeout(() => {
        signalAll('SIGKILL')
        child.stdout.destroy()
        child.stderr.destroy()
      }, graceMs).unref()
    }
    const onAbort = () => {
      console.error(`${whole} is ended: ${signal?.reason}`)
      end()
    }
    const silence = setTimeout(() => {
      console.error(`${whole} printed nothing for ${silenceMs / 60_000} minutes and is ended.`)
      end()
    }, silenceMs)
    const signals = ['SIGINT', 'SIGTERM'] as const
    for (const name of signals) process.on(name, end)
    const cleanUp = () => {
      clearTimeout(silence)
      signal?.removeEventListener('abort', onAbort)
      for (const name of signals) process.off(name, end)
    }

    const chunks: Buffer[] = []
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].on('data', (chunk: Buffer) => {
        silence.refresh()
        if (stream === 'stdout') chunks.push(chunk)
        print(chunk, stream)
      })
    child.on('error', (error) => {
      cleanUp()
      reject(error)
    })
    child.on('close', (code) => {
      cleanUp()
      resolve({ code, output: Buffer.concat(chunks).toString() })
    })
    if (signal?.aborted) onAbort()
    else signal?.addEventListener('abort', onAbort)
  })
