import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, detectLanguage, highlight } from '../src/index.ts'

const length = 20_000
const repeat = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

const pathological = {
  'one letter': 'a',
  'all digits': '3',
  'all spaces': ' ',
  'Thai vowels': '\u0e40',
  'Thai marks': '\u0e49',
  'Lao vowels': '\u0ec0',
  'Khmer stacks': '\u17d2\u1780',
  'Khmer letters': '\u1780',
  'Burmese stacks': '\u1039\u1000',
  'Burmese letters': '\u1000',
  'combining marks': '\u0301\u0323',
  'zero width spaces': '\u200b',
  'lone surrogates': '\ud83d',
  'joined emoji': '👩\u200d',
  'Han without words': '泵',
  'starts of phrases': 'early remote waste ',
  'starts of Thai phrases': 'เครื่องกรองเซรามิ',
  'letters and hyphens': 'a-',
  'marks to escape': '<mark>pump</mark>&',
}

/** How often a measurement may go wrong, as it does on a busy machine: work that is quadratic goes wrong every time. */
const tries = 5

/**
 * Milliseconds of processor time of this thread, which other work on the machine does not add to. The clock moves in steps of some
 * milliseconds, so a block of runs is measured.
 */
const milliseconds = (work: () => unknown, runs: number) => {
  const begin = process.threadCpuUsage()
  for (let i = 0; i < runs; i++) work()
  const { user, system } = process.threadCpuUsage(begin)
  return (user + system) / 1000 / runs
}

for (const [name, unit] of Object.entries(pathological)) {
  // Eight times the text takes up to 64 times as long when the work is quadratic, and 8 times when it is linear.
  test(`work grows with the length of the text and no faster: ${name}`, () => {
    const work = (text: string) => () => {
      detectLanguage(text)
      const found = analyse(text)
      highlight(text, undefined, new Set(found.map(({ term }) => term)))
    }
    const measured: string[] = []
    for (let i = 0; i < tries; i++) {
      const eighth = milliseconds(work(repeat(unit, length / 8)), 40)
      const whole = milliseconds(work(repeat(unit, length)), 5)
      if (whole < 20 * eighth + 5) return
      measured.push(`${whole.toFixed(1)} ms against ${eighth.toFixed(1)} ms for an eighth`)
    }
    assert.fail(measured.join('; '))
  })
}

test('no term is longer than what a reader would call a word', () => {
  for (const unit of Object.values(pathological)) {
    for (const { term } of analyse(repeat(unit, length))) assert.ok(term.length <= 64)
  }
})
