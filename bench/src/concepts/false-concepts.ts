import { readFileSync } from 'node:fs'
import { concepts } from '@techbridge/text'
import { isThere, readLines } from '../quality/labelled-data.ts'
import { interval } from '../quality/measures.ts'
import { formatInterval, printTable } from '../quality/table.ts'

/**
 * What was found in sentences of the news was read and judged, in `judged.tsv`: line, concept, right or false. A concept is
 * false where the words do not mean it, or where it is broader than them and not what they are a kind or part of. What a
 * sentence is about does not matter: "cow" is right where someone feels like one. What is not judged counts as false.
 */
const verdicts = () =>
  new Map(
    readFileSync(new URL('judged.tsv', import.meta.url), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'))
      .map(([line, concept, verdict]) => [`${line}\t${concept}`, verdict]),
  )

/** How many sentences on no subject of the lexicon get a concept that they do not name. */
export const falseConcepts = () => {
  if (!isThere('ntrex')) return
  const verdictOf = verdicts()
  const sentences = readLines('ntrex/newstest2019-src.eng.txt').map((text, line) => ({ text, line }))
  const counted = sentences.map(({ text, line }) => {
    const found = [...new Map(concepts(text, 'en').map((token) => [token.term.slice('concept:'.length), token]))]
    const judged = found.map(([id, { start, end }]) => {
      const verdict = verdictOf.get(`${line}\t${id}`)
      if (verdict === undefined) console.log(`not judged\t${line}\t${id}\t${text.slice(start, end)}\t${text}`)
      return verdict
    })
    return { found: judged.length, wrong: judged.filter((verdict) => verdict !== 'right').length }
  })
  const sum = (of: 'found' | 'wrong') => counted.reduce((total, one) => total + one[of], 0)
  const share = (of: 'found' | 'wrong') => counted.map((one) => Number(one[of] > 0))
  const shareOf = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length
  printTable('Concepts in sentences of the news; those not judged count as false', [
    {
      sentences: counted.length,
      'with a concept': shareOf(share('found')),
      'with a false one': shareOf(share('wrong')),
      '95 %': formatInterval(interval(share('wrong'))),
      concepts: sum('found'),
      'false concepts': sum('wrong'),
    },
  ])
}
