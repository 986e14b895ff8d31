import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'

const tellEveryMs = 10_000
const keptLines = 30
const shownLength = 100

/**
 * Runs a command to its end, and reports every ten seconds on the standard error of this process how long it has been running and its
 * last output. Fails with the end of its output.
 */
export const run = async (file: string, args: string[], env: Record<string, string> = {}): Promise<void> => {
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let lines: string[] = []
  for (const output of [child.stdout, child.stderr]) {
    let rest = ''
    output.setEncoding('utf8').on('data', (text: string) => {
      // A progress bar is drawn again and again on one line, with carriage returns.
      const parts = (rest + text).split(/[\r\n]+/)
      rest = parts.pop()!.slice(-1000)
      lines = [...lines, ...parts.filter((line) => line.trim() !== '')].slice(-keptLines)
    })
  }
  const begin = performance.now()
  const tell = setInterval(
    () => console.error(progressLine(file, performance.now() - begin, lines.at(-1))),
    tellEveryMs,
  )
  try {
    const [code, signal] = await once(child, 'close')
    if (code !== 0) throw new Error([`${file} ended with ${signal ?? `code ${code}`}`, ...lines].join('\n'))
  } finally {
    clearInterval(tell)
  }
}

/** For example `  cargo, 2 min 10 s: Building [====>  ] 123/345: wiredtiger`. */
export const progressLine = (file: string, milliseconds: number, said = ''): string => {
  const seconds = Math.round(milliseconds / 1000)
  const elapsed = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `  ${file}, ${elapsed}: ${stripVTControlCharacters(said).trim().slice(0, shownLength) || 'nothing said yet'}`
}
