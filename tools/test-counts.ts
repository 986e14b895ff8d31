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
  skipped: 'skipped',
  todo: 'skipped',
}

/** Sums the lines with which node's test runner closes (`ℹ pass 12`), whatever turbo writes before them. */
export const testCounts = (output: string): TestCounts => {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const line of stripVTControlCharacters(output).split(/\r?\n/)) {
    const [, word, count] = line.match(/^(?:\S+:test\S*: )?ℹ (\w+) (\d+)$/) ?? []
    const meaning = word && meanings[word]
    if (meaning) counts[meaning] += Number(count)
  }
  return counts
}

/** `12 passed, 0 failed`, with what was skipped only where something was. */
export const closingLine = ({ passed, failed, skipped }: TestCounts) =>
  [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')
