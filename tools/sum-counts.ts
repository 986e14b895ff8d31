import { text } from 'node:stream/consumers'
import { closingLine, closingLines, sum } from './test-counts.ts'

/** Reads the output of several test commands and prints one closing line for all of them; fails when there is none in it. */
const counts = closingLines(await text(process.stdin))
if (counts.length === 0) console.error('No test command came to its end.')
console.log(closingLine(sum(counts)))
process.exitCode = counts.length > 0 && counts.every(({ failed }) => failed === 0) ? 0 : 1
