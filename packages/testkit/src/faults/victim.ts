import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../free-port.ts'

/** The all-in-one process as a user starts it, by the path of its `main`, on one data folder and port, to be killed and started again. */
export const createVictim = async (main: string, dataDir: string) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let errors = ''

  /** `largestFile`: kilobytes that no file of it may grow beyond, as if the disk were full. */
  const start = async ({ largestFile }: { largestFile?: number } = {}) => {
    const settings = { ...process.env, REQUESTS_PER_MINUTE: '10000000', LOG_LEVEL: 'error' }
    const command = [process.execPath, main, '--empty', '--data', dataDir, '--port', String(port)]
    const limited = largestFile
      ? ['sh', '-c', `ulimit -S -f ${2 * largestFile} && exec "$@"`, 'sh', ...command]
      : command
    child = spawn(limited[0]!, limited.slice(1), { env: settings })
    child.stderr?.on('data', (text) => {
      errors += text
    })
    const exited = once(child, 'exit').then(() => {
      throw new Error(`the process did not start: ${errors}`)
    })
    exited.catch(() => undefined)
    while (!(await Promise.race([isReady(), exited]))) await pause(20)
  }

  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )

  const stop = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    return await exit
  }

  /** Lets its files grow again; returns `false` where that is not possible. */
  const makeRoom = (): boolean => spawnSync('prlimit', ['--fsize=unlimited', '--pid', String(child?.pid)]).status === 0

  return {
    url,
    start,
    isReady,
    makeRoom,
    kill: () => stop('SIGKILL'),
    terminate: () => stop('SIGTERM'),
    errors: () => errors,
  }
}
