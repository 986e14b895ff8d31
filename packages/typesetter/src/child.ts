import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontBlobs, fontFamilies } from './fonts.ts'
import { breakable, page, type Row } from './page.ts'

const each = (words: string[]) => words.map(breakable)
const rowOf = ({ labels, values, depth }: Row) => ({ labels: each(labels), values: each(values), depth })

const given = page.parse(JSON.parse(await text(process.stdin)))
const set = {
  ...given,
  titles: each(given.titles),
  rows: given.rows.map(rowOf),
  sections: given.sections.map(({ titles, rows }) => ({ titles: each(titles), rows: rows.map(rowOf) })),
  notes: each(given.notes),
}
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontBlobs() }] })
// Texts go in as inputs only: in the source of the page they would be markup.
const compiled = compiler.compile({
  mainFileContent: readFileSync(new URL('page.typ', import.meta.url), 'utf8'),
  inputs: { page: JSON.stringify(set), fonts: JSON.stringify(fontFamilies) },
})
if (!compiled.result) {
  compiled.printErrors()
  throw new Error('the page does not compile')
}
process.stdout.write(compiler.pdf(compiled.result, { creationTimestamp: given.at }))
