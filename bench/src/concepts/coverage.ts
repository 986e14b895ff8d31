import { concepts } from '@techbridge/text'
import { isThere } from '../quality/labelled-data.ts'
import { mean } from '../quality/measures.ts'
import { printTable } from '../quality/table.ts'
import { collections, type Text } from './texts.ts'

const leastTexts = 20

/** How many texts name a concept, in a whole collection and in each group of it. */
export const coverage = () => {
  for (const { name, needs, texts } of collections) {
    if (needs && !isThere(needs)) continue
    const counted = texts().map(countConcepts)
    const groups = Map.groupBy(counted, ({ group }) => group)
    const large = [...groups].filter(([, { length }]) => length >= leastTexts).sort(([a], [b]) => (a < b ? -1 : 1))
    const small = counted.filter(({ group }) => groups.get(group)!.length < leastTexts)
    printTable(`Texts of ${name} with a concept`, [
      row('all', counted),
      ...large.map(([group, those]) => row(group, those)),
      ...(small.length > 0 ? [row(`groups of under ${leastTexts}`, small)] : []),
    ])
  }
}

const countConcepts = ({ group, title, body, language }: Text) => {
  const found = (text: string) => new Set(concepts(text, language).map(({ term }) => term)).size
  return { group, inTitle: found(title), inText: found(`${title}\n${body}`) }
}

const row = (name: string, counted: { inTitle: number; inText: number }[]) => ({
  '': name,
  texts: counted.length,
  'title has one': mean(counted.map(({ inTitle }) => Number(inTitle > 0))),
  'text has one': mean(counted.map(({ inText }) => Number(inText > 0))),
  'text has three': mean(counted.map(({ inText }) => Number(inText > 2))),
  'concepts a text': mean(counted.map(({ inText }) => inText)),
})
