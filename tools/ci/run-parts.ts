import { type CommandOptions, runCommand } from '../run-command.ts'
import { closingLines, sum, type TestCounts } from '../test-counts.ts'
import type { Part } from './parts.ts'

export interface Outcome {
  name: string
  counts: TestCounts
  seconds: number
}

interface Options extends Pick<CommandOptions, 'graceMs' | 'signal'> {
  write?: (line: string) => unknown
}

/** Runs parts, each as soon as those before it have ended. A part that fails stops no other. */
export const runParts = async (parts: readonly Part[], options: Options = {}): Promise<Outcome[]> => {
  const outcomes = new Map<string, Promise<Outcome>>()
  for (const part of parts) {
    const before = part.after.map((name) => {
      const earlier = outcomes.get(name)
      if (!earlier) throw new Error(`${part.name} waits for ${name}, which is not among the parts above it.`)
      return earlier
    })
    outcomes.set(
      part.name,
      Promise.all(before).then(() => runPart(part, options)),
    )
  }
  return Promise.all(outcomes.values())
}

const runPart = async (
  { name, command: [file, ...args], counts: hasCounts }: Part,
  { write = console.log, ...options }: Options,
): Promise<Outcome> => {
  const began = performance.now()
  const outcome = (counts: TestCounts) => ({ name, counts, seconds: (performance.now() - began) / 1000 })
  const failed = { passed: 0, failed: 1, skipped: 0 }
  if (options.signal?.aborted) {
    write(`${name} | not started: ${options.signal.reason}`)
    return outcome(failed)
  }
  const lines = { stdout: prefixed(name, write), stderr: prefixed(name, write) }
  try {
    const { code, output } = await runCommand(file, args, {
      ...options,
      print: (chunk, stream) => lines[stream].take(chunk),
    })
    const counts = sum(closingLines(output))
    const isComplete = code === 0 && (!hasCounts || counts.passed > 0)
    return outcome(isComplete || counts.failed > 0 ? counts : sum([counts, failed]))
  } catch (error) {
    write(`${name} | ${error}`)
    return outcome(failed)
  } finally {
    for (const stream of Object.values(lines)) stream.end()
  }
}

/** Writes whole lines, each with the name of its part, because parts run side by side. */
const prefixed = (name: string, write: (line: string) => unknown) => {
  const decoder = new TextDecoder()
  let rest = ''
  return {
    take: (chunk: Buffer) => {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) write(`${name} | ${line}`)
    },
    end: () => {
      if (rest !== '') write(`${name} | ${rest}`)
    },
  }
}
