import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import '../src/domain/contact-data/index.ts'
import { patternsMade } from '../src/domain/contact-data/pattern.ts'

const signs = [' ', '.', ':', '=', '(', ')', '/', '-', '@', '1', 'a', 'q']

/** Words that the pattern looks for: what it reads in two ways is made of them. */
const wordsOf = (pattern: RegExp) => [
  ...new Set(pattern.source.replaceAll(/\\p\{\w+\}|\\[a-z]|\[[^\]]*\]/g, ' ').match(/[\p{L}\p{M}\d]+/gu)),
]

const timeOf = (pattern: RegExp, text: string): number => {
  const before = process.cpuUsage()
  text.replace(pattern, '')
  const { user, system } = process.cpuUsage(before)
  return user + system
}

const least = (pattern: RegExp, text: string) => Math.min(...[1, 2, 3].map(() => timeOf(pattern, text)))

/** Below this the clock itself is measured. In microseconds. */
const measurable = 1000
const longest = 600

/** How many times longer four times the text takes, in the shortest text that can be measured; 1 when none can. */
const growthOf = (pattern: RegExp, begin: string, piece: string): number => {
  const textOf = (times: number) => `${begin}${piece.repeat(times)}!`
  for (let times = 8; times * piece.length <= longest; times *= 2) {
    if (timeOf(pattern, textOf(times)) < measurable) continue
    const time = least(pattern, textOf(times))
    if (time >= measurable) return time / Math.max(1, least(pattern, textOf(times / 4)))
  }
  return 1
}

/** Between 16, which is quadratic, and 64, which is cubic. */
const limit = 32

function* slowTexts(pattern: RegExp): Generator<string> {
  const words = wordsOf(pattern)
  const pieces = [...signs, ...words].flatMap((one) => [one, `${one} `, `${one}. `, `${one})`])
  for (const begin of ['', ...words])
    for (const piece of pieces) if (growthOf(pattern, begin, piece) > limit) yield `${begin}${piece.repeat(3)}…`
}

describe('no text is read in more than quadratic time', () => {
  for (const pattern of patternsMade)
    test(pattern.source.slice(0, 60), () => assert.equal(slowTexts(pattern).next().value, undefined))
})
