import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server in a process of its own on a fresh folder, gone after `work`. */
export const withServer = async <T>(
  name: 'bare' | 'checked' | 'techbridge',
  work: (url: string, folder: string) => Promise<T>,
  /** Hears of a folder with the profile of the process, once it has ended. */
  profiled?: (folder: string) => void,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-bench-'))
  const script = new URL(`./servers/${name}.ts`, import.meta.url).pathname
  const place = name === 'techbridge' ? folder : join(folder, 'bare.db')
  const options = profiled ? ['--cpu-prof', `--cpu-prof-dir=${join(folder, 'profile')}`] : []
  const child = spawn(process.execPath, [...options, script, place], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = await once(child.stdout, 'data')
    return await work(String(line).trim(), folder)
  } finally {
    const exited = once(child, 'exit')
    child.kill(profiled ? 'SIGTERM' : 'SIGKILL')
    await exited
    profiled?.(join(folder, 'profile'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds that `work` took. */
export const time = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] as number
}

/** The value below which that share of the values lies: 0.95 for p95. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
}

export const ratio = (value: number) => `${value.toFixed(2)}×`
