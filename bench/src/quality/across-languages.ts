import { type Analysed, analyseAll } from './analysed.ts'
import { openBm25 } from './bm25.ts'
import { withIndexes } from './index-on-disk.ts'
import { isThere, readLines } from './labelled-data.ts'
import { openMatcher } from './matcher.ts'
import { mean, recall, reciprocalRank } from './measures.ts'
import { printTable } from './table.ts'

const collections = [
  {
    name: 'covid-terms',
    file: 'covid-terms/fb_covid_terms.tsv',
    title: 'Terms of a pandemic',
    languages: ['zh', 'th', 'vi', 'lo', 'km', 'my', 'id'],
  },
  {
    name: 'sdg',
    file: 'sdg/sdg_titles.tsv',
    title: 'Goals, targets and indicators of sustainable development',
    languages: ['zh', 'lo', 'km', 'my'],
  },
]

const idOf = (language: string, row: number) => `${language}-${row}`

/** Rows of one meaning, by language. */
const readRows = (file: string) => {
  const [head, ...lines] = readLines(file).map((line) => line.split('\t').map((cell) => cell.trim()))
  return lines.map((cells) => new Map(head!.map((name, column) => [name, cells[column] ?? ''])))
}

const textsIn = (rows: ReturnType<typeof readRows>, language: string) =>
  rows.flatMap((row, number) => {
    const title = row.get(language) ?? ''
    return title && row.get('en') ? [{ id: idOf(language, number), title, body: '', language }] : []
  })

const conceptsOf = ({ profile }: Analysed) => Object.keys(profile.text.concepts)

/** How often a text of a few words finds its English original among all English ones. */
export const acrossLanguages = async () => {
  for (const { name, file, title, languages } of collections) {
    if (!isThere(name)) continue
    const rows = readRows(file)
    const english = await analyseAll('offer', textsIn(rows, 'en'))
    const originals = new Map(english.map((one) => [one.id, one]))
    await withIndexes(async (indexes) => {
      const matcher = await openMatcher(indexes, { need: [], offer: english })
      const bm25 = openBm25(english)
      const table = []
      for (const language of languages) {
        const texts = await analyseAll('need', textsIn(rows, language))
        if (texts.length === 0) continue
        const named: number[] = []
        const shared: number[] = []
        const judged = []
        const judgedPlain = []
        for (const text of texts) {
          const original = originals.get(text.id.replace(/^\w+/, 'en'))!
          const relevance = new Map([[original.id, 1]])
          const namedInEnglish = conceptsOf(original)
          named.push(Number(namedInEnglish.length > 0))
          const here = conceptsOf(text)
          if (namedInEnglish.length > 0) shared.push(Number(namedInEnglish.some((concept) => here.includes(concept))))
          judged.push({ ranked: (await matcher.rank(text)).byScore, relevance })
          judgedPlain.push({ ranked: bm25(text, 10), relevance })
        }
        table.push({
          '': language,
          n: texts.length,
          'English names a concept': mean(named),
          'of these, translation shares one': mean(shared),
          'MRR@10': mean(judged.map(reciprocalRank(10))),
          'recall@10': mean(judged.map(recall(10))),
          'BM25, recall@10': mean(judgedPlain.map(recall(10))),
        })
      }
      printTable(`${title}: the English original of a translation, among ${english.length}`, table)
    })
  }
}
