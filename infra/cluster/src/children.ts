import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePorts, guardChild } from '@techbridge/engines'
import { isReady } from '@techbridge/service-gateway'
import { openLogFile } from './log-file.ts'

const restartPauseMs = 500
const longestWaitMs = 180_000
const answerMs = 5000
const root = new URL('../../../', import.meta.url).pathname

export interface ServiceOptions {
  /** Keeps what the process writes; without it, its standard error is that of this process. */
  log?: string
  /** Called with a sentence about each unrequested end or start. */
  tell?: (message: string) => void
}

export interface ServiceProcess {
  name: string
  url: string
  pid(): number | undefined
  /** Kills it at once; it is started again, as a supervisor would. */
  kill(): Promise<void>
  /** Ends it in good order; it is started again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Resolves when what listens there, and all that it needs, serves; fails when that takes longer than anything here should. */
export const untilReady = async (url: string, signal?: AbortSignal): Promise<void> => {
  const giveUp = performance.now() + longestWaitMs
  while (!(await isReady(url, answerMs))) {
    signal?.throwIfAborted()
    if (performance.now() > giveUp) throw new Error(`${url} is not ready after ${longestWaitMs / 1000} s`)
    await pause(50)
  }
}

/**
 * A service as a process of its own, started again when it ends by itself. Resolves when it is ready; fails when it ends before it
 * ever was.
 */
export const startService = async (
  name: string,
  environment: NodeJS.ProcessEnv,
  { log, tell = () => undefined }: ServiceOptions = {},
): Promise<ServiceProcess> => {
  const [port] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const output = log === undefined ? undefined : openLogFile(log)
  const where = log === undefined ? '' : ` Its log: ${log}`
  let child: ChildProcess
  let stopping = false
  let serving = false

  const start = () => {
    if (stopping) return
    const env = { ...environment, HOST: '127.0.0.1', PORT: String(port) }
    child = spawn(process.execPath, [`services/${name}/src/main.ts`], {
      cwd: root,
      env,
      detached: true,
      // Without a log file, what it logs goes to standard error: the standard output of a test speaks to its runner.
      stdio: ['ignore', output?.descriptor ?? 2, output?.descriptor ?? 'inherit'],
    })
    if (child.pid !== undefined) guardChild(child.pid)
    child.once('exit', (code, signal) => {
      if (stopping) return
      if (serving) tell(`${name} on port ${port} ended with ${code ?? signal}; it is started again.${where}`)
      setTimeout(start, restartPauseMs)
    })
  }

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  start()
  const ended = once(child!, 'exit').then(([code, signal]) => {
    throw new Error(`${name} ended before it was ready, with ${code ?? signal}.${where}`)
  })
  ended.catch(() => undefined)
  const waiting = new AbortController()
  try {
    await Promise.race([untilReady(url, waiting.signal), ended])
    serving = true
  } catch (error) {
    stopping = true
    await end('SIGTERM')
    output?.close()
    throw error
  } finally {
    waiting.abort()
  }
  return {
    name,
    url,
    pid: () => child.pid,
    kill: () => end('SIGKILL'),
    restart: () => end('SIGTERM'),
    stop: async () => {
      stopping = true
      await end('SIGTERM')
      output?.close()
    },
  }
}
