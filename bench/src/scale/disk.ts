import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** By file; the log beside a database is counted with it. */
export const bytesOf = (folder: string): Map<string, number> => {
  const sizes = new Map<string, number>()
  for (const name of readdirSync(folder)) {
    const found = statSync(join(folder, name))
    if (!found.isFile()) continue
    const database = name.replace(/-(wal|shm)$/, '')
    sizes.set(database, (sizes.get(database) ?? 0) + found.size)
  }
  return sizes
}

const kilobytes = (bytes: number, profiles: number) => (bytes / profiles / 1000).toFixed(1)

/** Kilobytes for each published profile, by file. */
export const printDisk = (sizes: Map<string, number>, profiles: number): void => {
  const databases = [...sizes].filter(([name]) => name.endsWith('.db'))
  const indexes = databases.filter(([name]) => name.endsWith('-index.db'))
  const sum = (some: readonly [string, number][]) => some.reduce((total, [, size]) => total + size, 0)
  const each = databases.map(([name, size]) => `${name} ${kilobytes(size, profiles)}`)
  console.log(
    `  disk, kB a profile: ${kilobytes(sum(databases), profiles)}, indexes ${kilobytes(sum(indexes), profiles)} (${each.join(', ')})`,
  )
}
