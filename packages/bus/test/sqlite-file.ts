import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { OpenedBus } from '../src/conformance.ts'
import { openSqliteBus, type SqliteBusOptions } from '../src/sqlite/bus.ts'

/** A bus over a new file in a folder of its own. */
export async function openOnNewFile(options?: SqliteBusOptions): Promise<OpenedBus & { file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'bus-'))
  const file = join(folder, 'bus.sqlite')
  let current = openSqliteBus(file, options)
  return {
    file,
    bus: current,
    reopen: async () => {
      await current.close()
      current = openSqliteBus(file, options)
      return current
    },
    cleanup: async () => {
      await current.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** The same, closed and removed when the test ends. */
export async function openFor(t: TestContext, options?: SqliteBusOptions) {
  const opened = await openOnNewFile(options)
  t.after(opened.cleanup)
  return opened
}
