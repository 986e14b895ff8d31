import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePorts, guardChild } from '@techbridge/engines'
import { isReady } from './is-ready.ts'

const restartPauseMs = 500
const longestWaitMs = 180_000
const answerMs = 5000
const root = new URL('../../../', import.meta.url).pathname

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
export const untilReady = async (url: string): Promise<void> => {
  const giveUp = performance.now() + longestWaitMs
  while (!(await isReady(url, answerMs))) {
    if (performance.now() > giveUp) throw new Error(`${url} is not ready after ${longestWaitMs / 1000} s`)
    await pause(50)
  }
}

/**
 * A service as a process of its own, started again when it ends by itself. Resolves when it is ready; fails when it ends before it
 * ever was.
 */
export const startService = async (name: string, environment: NodeJS.ProcessEnv): Promise<ServiceProcess> => {
  const [port] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let stopping = false

  const start = () => {
    if (stopping) return
    const env = { ...environment, HOST: '127.0.0.1', PORT: String(port) }
    // kafkajs asks for timers in the past, of which Node warns.
    const quiet = '--disable-warning=TimeoutNegativeWarning'
    child = spawn(process.execPath, [quiet, `services/${name}/src/main.ts`], {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (child.pid !== undefined) guardChild(child.pid)
    child.once('exit', () => void (stopping || setTimeout(start, restartPauseMs)))
  }

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  start()
  const ended = once(child!, 'exit').then(([code, signal]) => {
    throw new Error(`${name} ended before it was ready, with ${code ?? signal}`)
  })
  ended.catch(() => undefined)
  try {
    await Promise.race([untilReady(url), ended])
  } catch (error) {
    stopping = true
    await end('SIGTERM')
    throw error
  }
  return {
    name,
    url,
    pid: () => child.pid,
    kill: () => end('SIGKILL'),
    restart: () => end('SIGTERM'),
    stop: () => {
      stopping = true
      return end('SIGTERM')
    },
  }
}
