import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from './kind.ts'

/** Identifies a process beyond doubt: pids are reused, a start time within a boot is not. */
export interface ProcessId {
  pid: number
  /** Boot id and the ticks since boot at which it started; see proc_pid_stat(5). */
  started: string
}

const readProc = (path: string): string | undefined => {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return undefined
  }
}

/** A zombie has ended, unless it has threads that have not: those still hold its files and its ports. */
const isGone = (fields: string[]) => fields[0] === 'X' || (fields[0] === 'Z' && Number(fields[17]) <= 1)

/** The process with this pid now; `undefined` when it has ended, even if its parent has not noticed yet. */
export const identify = (pid: number): ProcessId | undefined => {
  const stat = readProc(`${pid}/stat`)
  // The name is in parentheses and may contain spaces; the fields after it are the state and, 19 later, the start.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields || isGone(fields)) return undefined
  return { pid, started: `${readProc('sys/kernel/random/boot_id')?.trim()}/${fields[19]}` }
}

export const isAlive = ({ pid, started }: ProcessId): boolean => identify(pid)?.started === started

/** Resident memory in MB. */
export const residentMegabytes = (pid: number): number | undefined => {
  const kilobytes = readProc(`${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB$/m)?.[1]
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
}

/** Sends a signal to the process itself, never to another that has reused its pid. Returns whether it was running. */
export const send = (target: ProcessId, signal: NodeJS.Signals): boolean =>
  isAlive(target) && process.kill(target.pid, signal)

/** Whether the process ends within `patience` milliseconds. */
export const ended = async (target: ProcessId, patience: number): Promise<boolean> => {
  for (const deadline = Date.now() + patience; isAlive(target); await pause(20)) {
    if (Date.now() > deadline) return false
  }
  return true
}

export const killProcess = async (target: ProcessId): Promise<void> => {
  send(target, 'SIGKILL')
  if (!(await ended(target, 10_000))) throw new Error(`process ${target.pid} does not end on SIGKILL`)
}

/** Asks the process to end, and kills it after `patience` milliseconds. Returns whether it ended by itself. */
export const stopProcess = async (target: ProcessId, patience = 30_000): Promise<boolean> => {
  send(target, 'SIGTERM')
  send(target, 'SIGCONT')
  if (await ended(target, patience)) return true
  await killProcess(target)
  return false
}

/** Starts a command in a process group of its own, so that it outlives this process; its output goes to the log. */
export const launch = async ({ file, args, env }: Command, cwd: string, log: string): Promise<ChildProcess> => {
  const output = openSync(log, 'a')
  try {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', output, output],
    })
    child.unref()
    await once(child, 'spawn')
    return child
  } finally {
    closeSync(output)
  }
}
