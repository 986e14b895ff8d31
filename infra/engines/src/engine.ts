import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { installed } from './cache.ts'
import { guard, killGroup, release } from './guard.ts'
import type { Command, Kind } from './kind.ts'
import { remember } from './known.ts'
import { tail } from './log.ts'
import { freePorts, isFree } from './ports.ts'
import { identify, isAlive, killProcess, launch, type ProcessId, send, stopProcess } from './process.ts'
import { readState, writeState } from './state.ts'

const longestStart = 180_000
/** Attempts in total when another process takes a port between its choice and the start. */
const mostLaunches = 3
const portTaken = /address already in use|EADDRINUSE|BindException/i

export interface EngineOptions {
  /** The port for clients, where it matters; by default the previous one, or any free one. */
  port?: number
  /** The advertised port, where clients reach it through a proxy. */
  advertisedPort?: number | undefined
  /** Whether it keeps running when this process ends. */
  outlive?: boolean
}

/** An engine with a data folder of its own. It may already be running, started by another process. */
export class Engine {
  readonly kind: Kind
  readonly folder: string
  readonly outlive: boolean
  #wantedPort: number | undefined
  #advertisedPort: number | undefined
  #launched: ProcessId | undefined
  #group: number | undefined

  constructor(kind: Kind, dataDir: string, { port, advertisedPort, outlive = false }: EngineOptions = {}) {
    this.kind = kind
    this.folder = resolve(dataDir, kind.name)
    this.outlive = outlive
    this.#wantedPort = port
    this.#advertisedPort = advertisedPort
  }

  get log() {
    return join(this.folder, 'log')
  }

  get #process(): ProcessId | undefined {
    // The folder may have been removed while the engine runs.
    const known = [readState(this.folder).process, this.#launched]
    return known.find((process) => process !== undefined && isAlive(process))
  }

  /** The pid while it runs. */
  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Whether somebody took it down, here or from another process. One that ended by itself or was killed was not. */
  get wasStopped(): boolean {
    return readState(this.folder).stopped === true
  }

  /** The port that clients connect to: stays the same once given. */
  get port(): number {
    return this.ports[0]!
  }

  /** All ports that it listens on. */
  get ports(): readonly number[] {
    const { ports } = readState(this.folder)
    if (!ports) throw new Error(`${this.kind.title} was never started in ${this.folder}`)
    return ports
  }

  get environment(): Record<string, string> {
    return this.kind.environment(this.port)
  }

  async isReady(): Promise<boolean> {
    return this.pid !== undefined && (await this.kind.isReady(this.port))
  }

  /**
   * Starts it on the data that it had before and waits until it serves. From then on its port does not change. Only
   * waits when it runs already. Fails with the end of its log.
   */
  async start(): Promise<void> {
    const running = this.#process
    if (running && this.#wantedPort !== undefined && this.#wantedPort !== this.port)
      throw new Error(`${this.kind.title} runs on port ${this.port} already; take it down to give it another`)
    if (running) await this.#untilReady(running, 0)
    else await this.#launchOnFreePorts()
    this.#wantedPort = this.port
  }

  /** Shuts it down cleanly. The data stay. */
  async stop(): Promise<void> {
    if (this.#process) {
      const process = this.#process
      const { ports } = readState(this.folder)
      if (ports) writeState(this.folder, { ports, process, stopped: true })
      await stopProcess(process)
    }
    this.#forget()
  }

  /** Ends it at once, with SIGKILL. */
  async kill(): Promise<void> {
    if (this.#process) await killProcess(this.#process)
    this.#forget()
  }

  /** Keeps its connections open but stops it from responding, with SIGSTOP. */
  pause(): void {
    if (this.#process) send(this.#process, 'SIGSTOP')
  }

  resume(): void {
    if (this.#process) send(this.#process, 'SIGCONT')
  }

  #forget() {
    if (this.#group !== undefined) release(this.#group)
    this.#group = undefined
  }

  async #launchOnFreePorts(): Promise<void> {
    for (let launches = 1; ; launches++) {
      try {
        return await this.#launch()
      } catch (error) {
        const mayMove = this.#wantedPort === undefined && launches < mostLaunches
        if (!(mayMove && portTaken.test((error as Error).message))) throw error
      }
    }
  }

  async #launch(): Promise<void> {
    const home = await installed(this.kind)
    const place = { home, folder: this.folder, ports: await this.#ports(), advertisedPort: this.#advertisedPort }
    writeState(this.folder, { ports: place.ports })
    await this.kind.prepare(place)
    const logStart = existsSync(this.log) ? statSync(this.log).size : 0
    const command = this.kind.command(place)
    const child = await launch(command, this.folder, this.log)
    this.#group = child.pid!
    guard(this.#group, identify(this.#group))
    try {
      const process = await this.#afterLaunch(command, child, logStart)
      this.#launched = process
      guard(this.#group, process)
      writeState(this.folder, { ports: place.ports, process })
      remember(this.folder)
      await this.#untilReady(process, logStart)
    } catch (error) {
      killGroup(this.#group)
      throw error
    }
    if (this.outlive) this.#forget()
  }

  async #ports(): Promise<number[]> {
    const [wanted, former, count] = [this.#wantedPort, readState(this.folder).ports, this.kind.portCount]
    if (wanted === undefined) {
      const stillFree = former && (await Promise.all(former.map(isFree))).every(Boolean)
      return stillFree ? former : freePorts(count)
    }
    if (!(await isFree(wanted))) throw new Error(`port ${wanted}, wanted for ${this.kind.title}, is in use`)
    return [wanted, ...(await freePorts(count - 1, [wanted]))]
  }

  async #afterLaunch({ pidFile }: Command, child: ChildProcess, logStart: number): Promise<ProcessId> {
    if (pidFile && child.exitCode === null) {
      child.ref()
      await once(child, 'exit', { signal: AbortSignal.timeout(longestStart) })
    }
    const process = identify(pidFile && existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : child.pid!)
    return process ?? this.#failed('ended before it was ready', logStart)
  }

  async #untilReady(process: ProcessId, logStart: number): Promise<void> {
    for (const deadline = Date.now() + longestStart; !(await this.kind.isReady(this.port)); await pause(100)) {
      if (!isAlive(process)) this.#failed('ended before it was ready', logStart)
      if (Date.now() > deadline) this.#failed(`was not ready after ${longestStart / 1000} s`, logStart)
    }
  }

  #failed(how: string, logStart: number): never {
    throw new Error(`${this.kind.title} ${how}; the end of ${this.log}:\n${tail(this.log, 20, logStart)}`)
  }
}
