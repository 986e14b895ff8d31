import { stripVTControlCharacters } from 'node:util'

export interface TestCounts {
  passed: number
  failed: number
  skipped: number
}

const meanings: Record<string, keyof TestCounts> = {
  pass: 'passed',
  fail: 'failed',
  cancelled: 'failed',
  todo: 'skipped',
}

/**
 * Sums the lines with which node's test runner closes (`ℹ pass 12`), whatever turbo writes before them. What was skipped is
 * counted where it is named (`﹣ in MongoDB (0.1ms) # why`): the closing `ℹ skipped` leaves out suites, each of which counts as one here.
 */
export const testCounts = (output: string): TestCounts => {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const line of stripVTControlCharacters(output).split(/\r?\n/)) {
    const said = line.replace(/^\S+:test\S*: /, '')
    if (/^ *﹣ .+ \([\d.]+ms\) # /.test(said)) counts.skipped += 1
    const [, word, count] = said.match(/^ℹ (\w+) (\d+)$/) ?? []
    const meaning = word && meanings[word]
    if (meaning) counts[meaning] += Number(count)
  }
  return counts
}

/** `12 passed, 0 failed`, with what was skipped only where something was. */
export const closingLine = ({ passed, failed, skipped }: TestCounts) =>
  [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')

export const sum = (all: readonly TestCounts[]): TestCounts => {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const counts of all) for (const name of ['passed', 'failed', 'skipped'] as const) total[name] += counts[name]
  return total
}

/** The counts of every closing line in the output of commands, one command after the other. */
export const closingLines = (output: string): TestCounts[] =>
  [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].map(([, passed, failed, skipped]) => ({
    passed: Number(passed),
    failed: Number(failed),
    skipped: Number(skipped ?? 0),
  }))
