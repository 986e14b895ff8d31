import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Unavailable } from '@techbridge/port'
import { missingPackages } from './fonts.ts'
import type { Page } from './page.ts'

export interface Typesetter {
  /**
   * The page as a PDF; the same page gives the same bytes. Fails with `Unavailable` when too many wait, when it takes too long or when
   * the compiler or a font is not installed.
   */
  pdf(page: Page): Promise<Buffer>
}

interface Limits {
  /** Pages that are set at a time, each by a process of its own. */
  atOnce?: number
  /** Pages that may wait for it. */
  waiting?: number
  milliseconds?: number
  /** Of the PDF. */
  mostBytes?: number
}

const child = fileURLToPath(new URL('child.ts', import.meta.url))

/** Pages are set by processes that see no settings and that end with the page: what one of them holds or spoils ends with it. */
export const createTypesetter = ({
  atOnce = 2,
  waiting = 16,
  milliseconds = 20_000,
  mostBytes = 20_000_000,
}: Limits = {}): Typesetter => {
  let running = 0
  const queue: (() => void)[] = []

  const turn = async () => {
    if (running < atOnce) return void running++
    if (queue.length >= waiting) throw new Unavailable('too many documents are made at once')
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  const done = () => {
    const next = queue.shift()
    if (next) next()
    else running--
  }

  const run = (page: Page) =>
    new Promise<Buffer>((resolve, reject) => {
      const options = {
        encoding: 'buffer',
        env: {},
        timeout: milliseconds,
        killSignal: 'SIGKILL',
        maxBuffer: mostBytes,
      } as const
      const started = execFile(process.execPath, [child], options, (error, pdf, said) => {
        if (!error) return resolve(pdf)
        const slow = error.killed ? new Unavailable('a document took too long', { cause: error }) : undefined
        reject(
          slow ?? new Error(`a document could not be made: ${said.toString('utf8').slice(-2000)}`, { cause: error }),
        )
      })
      // A child that has ended early says why by its status.
      started.stdin?.on('error', () => {})
      started.stdin?.end(JSON.stringify(page))
    })

  return {
    pdf: async (page) => {
      const missing = missingPackages()
      if (missing.length > 0) {
        throw new Unavailable(`documents need packages that are not installed: ${missing.join(', ')}; run npm ci`)
      }
      await turn()
      try {
        return await run(page)
      } finally {
        done()
      }
    },
  }
}
