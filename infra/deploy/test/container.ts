import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { guardChild } from '@techbridge/engines'
import { image } from './image.ts'

/** The user of the image, where this process may become another one. */
const identity = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {}

/** Runs a command as Docker would: in the folder of the image, as its user, with these variables and no others. */
export class Container {
  readonly #name: string
  readonly #options: SpawnOptions
  readonly #child: ChildProcess
  #output = ''

  constructor(name: string, [file, ...args]: string[], folder: string, environment: Record<string, string>) {
    const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...environment }
    this.#name = name
    this.#options = { cwd: folder, env, ...identity }
    this.#child = spawn(file!, args, { ...this.#options, detached: true })
    guardChild(this.#child.pid!)
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) {
      stream.on('data', (chunk) => {
        this.#output += chunk
      })
    }
  }

  /** Resolves when the health check of the image succeeds; fails when the process ends before. */
  async healthy(): Promise<void> {
    for (; !(await this.#isHealthy()); await pause(500)) {
      if (this.#hasEnded) throw new Error(`${this.#name} ended:\n${this.#output}`)
    }
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  async #isHealthy(): Promise<boolean> {
    const [file, ...args] = image.healthcheck
    const [code] = await once(spawn(file!, args, this.#options), 'exit')
    return code === 0
  }

  /** As `docker stop`; gives the exit code, which is missing when a signal ended the process. */
  async stop(): Promise<number | null> {
    if (!this.#hasEnded && this.#child.kill('SIGTERM')) await once(this.#child, 'exit')
    return this.#child.exitCode
  }
}
